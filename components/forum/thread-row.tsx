import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { CircleCheck, Lock, MessageSquare, Pin, Wheat } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import type { ThreadItem } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';

import { AuthorMarks } from './author-marks';
import { KindChip } from './kind-chip';
import { forumPaths } from './forum-paths';
import { UnreadDot } from './unread-dot';

type Props = { thread: ThreadItem; locale: Locale; inner?: boolean; showBoard?: boolean; level?: 'h2' | 'h3' };

export function ThreadRow({ thread, locale, inner, showBoard, level: Heading = 'h3' }: Props) {
  const t = translator(locale, 'forum');
  const { author, board, lastBy } = thread;
  return (
    <li className="relative flex gap-3 px-4 py-3.5 transition-colors hover:bg-hover/60 sm:gap-4 sm:px-5">
      <Avatar name={author.name} src={author.avatar} size="md" className="mt-0.5 max-sm:size-8" />
      <div className="min-w-0 flex-1">
        <Heading
          className="font-sans text-[1.0625rem] leading-snug font-semibold [overflow-wrap:anywhere]"
          lang={langOf(thread.lang)}
          dir="auto"
        >
          {thread.pinned && (
            <Pin aria-label={t('board.pinned')} className="me-1.5 inline size-4 -translate-y-px text-accent-ink" />
          )}
          <Link
            href={forumPaths(locale, inner).thread(thread)}
            className="after:absolute after:inset-0 hover:text-accent-ink"
          >
            {thread.title}
          </Link>
          <UnreadDot number={thread.number} postCount={thread.postCount} lastPostAt={+thread.lastPostAt} />
        </Heading>
        <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1.5 text-sm text-muted">
          <KindChip kind={thread.kind} locale={locale} />
          {thread.answered && (
            <Badge tone="positive" icon={<CircleCheck aria-hidden />}>
              {t('board.answered')}
            </Badge>
          )}
          {thread.closed && <Badge icon={<Lock aria-hidden />}>{t('board.closed')}</Badge>}
          <span className="inline-flex items-center gap-1.5 text-ink/85">
            <bdi>{author.name}</bdi>
            <AuthorMarks author={author} locale={locale} />
          </span>
          {showBoard && <span>{localText(locale, board.name, board.nameZh)}</span>}
          <span className="whitespace-nowrap">
            <RelativeTime at={thread.lastPostAt} locale={locale} />
            {lastBy && <span className="max-sm:hidden"> · {t('board.last', { name: lastBy.name })}</span>}
          </span>
        </div>
      </div>
      <div className="numerals flex shrink-0 flex-col items-end justify-center gap-1 text-sm text-muted sm:flex-row sm:items-center sm:gap-5">
        <span className="inline-flex items-center gap-1.5 sm:w-12" title={t('board.votes', { count: thread.votes })}>
          <Wheat aria-hidden className="size-4" />
          {thread.votes}
          <span className="sr-only"> {t('board.votes', { count: thread.votes })}</span>
        </span>
        <span
          className="inline-flex items-center gap-1.5 sm:w-12"
          title={t('board.replies', { count: thread.replies })}
        >
          <MessageSquare aria-hidden className="size-4" />
          {thread.replies}
          <span className="sr-only"> {t('board.replies', { count: thread.replies })}</span>
        </span>
      </div>
    </li>
  );
}
