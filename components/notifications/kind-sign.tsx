import { Bell, Lightbulb, MessageCircle, Package, Rocket, Shield, Sprout, Timer, type LucideIcon } from 'lucide-react';

import type { NoticeIcon } from '@/lib/core/notices';

const icons: Record<NoticeIcon, LucideIcon> = {
  drop: Timer,
  idea: Lightbulb,
  moderation: Shield,
  order: Package,
  owner: Sprout,
  post: MessageCircle,
  release: Rocket,
};

/** The small picture of what a notification is about, as its notice declares it. */
export function KindSign({ icon }: { icon: NoticeIcon | null }) {
  const Icon = icon ? icons[icon] : Bell;
  return (
    <span className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
      <Icon aria-hidden className="size-5" />
    </span>
  );
}
