import { Bell, Lightbulb, MessageCircle, Package, Rocket, Shield, Sprout, Timer } from 'lucide-react';

const signs: [RegExp, typeof Bell][] = [
  [/^(warned|suspension|post(Hidden|Restored|Edited))/, Shield],
  [/idea/i, Lightbulb],
  [/release/i, Rocket],
  [/(order|refund|payment)/i, Package],
  [/(owner|welcome)/i, Sprout],
  [/^(drop|wave|unit|fCode)/, Timer],
  [/(post|thread|repl|mention|answer)/i, MessageCircle],
];

/** The sign of a kind, if it has one of its own. */
export const signOf = (kind: string) => signs.find(([pattern]) => pattern.test(kind))?.[1];

/** The small picture of what a notification is about. */
export function KindSign({ kind }: { kind: string }) {
  const Sign = signs.find(([pattern]) => pattern.test(kind))?.[1] ?? Bell;
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
      <Sign aria-hidden className="size-5" />
    </span>
  );
}
