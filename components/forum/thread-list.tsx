import type { Locale } from '@/lib/core/locale';
import type { ThreadItem } from '@/lib/forum/queries';

import { ThreadRow } from './thread-row';

type Props = {
  threads: ThreadItem[];
  locale: Locale;
  label: string;
  inner?: boolean;
  showBoard?: boolean;
  level?: 'h2' | 'h3';
};

/** Threads, dense and calm: what it is about first, who and when after. */
export function ThreadList({ threads, locale, label, inner, showBoard, level }: Props) {
  return (
    <ul aria-label={label} className="far-rows divide-y divide-line">
      {threads.map((thread) => (
        <ThreadRow
          key={thread.number}
          thread={thread}
          locale={locale}
          inner={inner}
          showBoard={showBoard}
          level={level}
        />
      ))}
    </ul>
  );
}
