import type { ReactNode } from 'react';

import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { CircleCheck, EyeOff, Reply } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Locale } from '@/lib/core/locale';
import { localizeMentions } from '@/lib/core/markdown';
import type { PostView, ThreadPage } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';

import { AuthorName } from './author-name';
import { CodeCopy } from './code-copy';
import { HistoryButton } from './history-button';
import { PostBody } from './post-body';
import { PostFoot } from './post-foot';
import { forumPaths } from './forum-paths';

type Props = { post: PostView; thread: ThreadPage; locale: Locale; inner?: boolean; extraStaffActions?: ReactNode };

/** One post. A reply to a reply stands in from its root; a hidden one leaves a quiet line. */
export function PostArticle({ post, thread, locale, inner, extraStaffActions }: Props) {
  const opening = post.number === 1;
  const accepted = thread.accepted?.id === post.id;
  const look = cx(
    'relative scroll-mt-24 target:bg-accent-soft/45',
    opening
      ? 'rounded-xl border border-line bg-surface p-4 sm:p-6'
      : 'border-b border-line px-1 py-5 last:border-b-0 sm:px-2',
    post.depth === 2 && 'ms-5 border-s-2 border-b-0 border-s-line-strong ps-4! sm:ms-13',
    accepted && 'my-2 rounded-xl border-b-0 bg-positive-soft/45 px-3! sm:px-4!',
  );
  if (post.hidden || !post.author) return <Tombstone post={post} locale={locale} className={look} />;
  return (
    <article id={`post-${post.number}`} className={look} aria-labelledby={`by-${post.number}`}>
      <div className="flex gap-3 sm:gap-4">
        <Avatar
          name={post.author.name}
          src={post.author.avatar}
          size={opening ? 'md' : 'sm'}
          className="max-sm:size-8"
        />
        <div className="min-w-0 flex-1">
          <PostHead post={post} thread={thread} locale={locale} inner={inner} accepted={accepted} />
          <PostBody id={post.id} number={post.number}>
            <CodeCopy html={localizeMentions(post.html, locale)} compact={!opening} />
          </PostBody>
          <PostFoot
            post={{
              id: post.id,
              number: post.number,
              votes: post.votes,
              author: { handle: post.author.handle, name: post.author.name },
              edited: post.editedAt !== null,
            }}
            voted={!opening || thread.kind !== 'IDEA'}
            extraStaffActions={extraStaffActions}
          />
        </div>
      </div>
    </article>
  );
}

function PostHead({
  post,
  thread,
  locale,
  inner,
  accepted,
}: Pick<Props, 'post' | 'thread' | 'locale' | 'inner'> & { accepted: boolean }) {
  const t = translator(locale, 'forum');
  if (!post.author) return null;
  return (
    <header className="mb-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm text-muted">
      <span id={`by-${post.number}`} className="text-[0.9375rem] text-ink">
        <AuthorName author={post.author} locale={locale} product={thread.board.product} />
      </span>
      {post.answers && (
        <a
          href={forumPaths(locale, inner).post(thread, post.answers.number, thread.posts)}
          className="inline-flex items-center gap-1 hover:text-ink"
        >
          <Reply aria-hidden className="size-3.5" />
          {t('thread.answersTo', { name: post.answers.name })}
        </a>
      )}
      <Link
        href={`#post-${post.number}`}
        title={t('thread.permalink', { number: post.number })}
        className="hover:text-ink hover:underline hover:underline-offset-4"
      >
        <RelativeTime at={post.createdAt} locale={locale} />
      </Link>
      {post.editedAt && <HistoryButton id={post.id} />}
      {accepted && (
        <Badge tone="positive" icon={<CircleCheck aria-hidden />}>
          {t('thread.answer')}
        </Badge>
      )}
    </header>
  );
}

function Tombstone({ post, locale, className }: { post: PostView; locale: Locale; className: string }) {
  const t = translator(locale, 'forum');
  return (
    <article id={`post-${post.number}`} className={className}>
      <p className="flex items-center gap-2 text-[0.9375rem] text-muted italic">
        <EyeOff aria-hidden className="size-4 shrink-0" />
        {t(`thread.hidden.${post.hidden ?? 'staff'}`)}
      </p>
    </article>
  );
}
