import type { ReactNode } from 'react';
import { cx } from './cx';
import { softTone, type Tone } from './tone';

export type TimelineItem = {
  key: string;
  title: ReactNode;
  time?: ReactNode;
  icon?: ReactNode;
  tone?: Tone;
  body?: ReactNode;
};

/** What happened, in order: an order's story, an idea's way, an audit. */
export function Timeline({ items, label }: { items: TimelineItem[]; label: string }) {
  return (
    <ol aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className="group relative flex gap-3.5 pb-6 last:pb-0">
          <span
            aria-hidden
            className="absolute start-[0.96875rem] top-9 bottom-1 w-px bg-line-strong group-last:hidden"
          />
          <span
            aria-hidden
            className={cx(
              'grid size-8 shrink-0 place-items-center rounded-full [&_svg]:size-4',
              softTone[item.tone ?? 'neutral'],
            )}
          >
            {item.icon ?? <span className="size-2 rounded-full bg-current" />}
          </span>
          <div className="min-w-0 flex-1 pt-1">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 max-sm:flex-col">
              <p className="font-semibold">{item.title}</p>
              {item.time && <span className="text-sm text-muted">{item.time}</span>}
            </div>
            {item.body && (
              <div dir="auto" className="mt-1 text-[0.9375rem] text-muted">
                {item.body}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
