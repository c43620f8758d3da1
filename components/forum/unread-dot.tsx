'use client';

import { useTranslations } from 'use-intl';

import { useViewer } from '@/components/viewer/viewer-provider';

type Props = { number: number; postCount: number; lastPostAt: number };

/** A grain of gold beside a thread that has grown since the reader was there, or that is new to them. */
export function UnreadDot({ number, postCount, lastPostAt }: Props) {
  const t = useTranslations('forum');
  const own = useViewer().viewer?.board;
  if (!own) return null;
  const read = own.read[number];
  const fresh = read === undefined ? lastPostAt > own.since : read < postCount;
  if (!fresh) return null;
  const words = read === undefined ? t('board.unreadNew') : t('board.unread', { count: postCount - read });
  return (
    <span title={words} className="ms-2 inline-flex items-center align-middle">
      <span aria-hidden className="size-2 animate-fade rounded-full bg-accent ring-3 ring-accent-soft" />
      <span className="sr-only">{words}</span>
    </span>
  );
}
