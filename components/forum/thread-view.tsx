import type { ReactNode } from 'react';

import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { CircleCheck, Lock } from '@/components/ui/icons';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import type { PostView, ThreadPage } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';

import { ArchiveNotice, crumbsAbove } from './board-place';
import { KindChip } from './kind-chip';
import { NewPosts } from './new-posts';
import { PostArticle } from './post-article';
import { ReplyFoot } from './reply-foot';
import { forumPaths } from './forum-paths';
import { ThreadAside } from './thread-aside';
import { ThreadDesk } from './thread-desk';
import { ThreadMenu } from './thread-menu';

type Props = {
  page: ThreadPage;
  locale: Locale;
  from?: number;
  inner?: boolean;
  /** What stands under the title: an idea's stage and votes. */
  underTitle?: ReactNode;
  /** More entries in the staff part of a post's menu. */
  extraStaffActions?: (post: PostView) => ReactNode;
};

/** A thread: the opening post, its replies two levels deep, and the places where the reader's own layer is painted. */
export function ThreadView({ page, locale, from, inner, underTitle, extraStaffActions }: Props) {
  const t = translator(locale, 'forum');
  const go = forumPaths(locale, inner);
  const { posts } = page;
  const opening = posts.find(({ number }) => number === 1);
  const rest = posts.filter((post) => post !== opening);
  const article = (post: PostView) => (
    <PostArticle
      key={post.id}
      post={post}
      thread={page}
      locale={locale}
      inner={inner}
      extraStaffActions={extraStaffActions?.(post)}
    />
  );
  return (
    <ThreadDesk
      thread={{
        number: page.number,
        slug: page.slug,
        postCount: page.postCount,
        question: page.kind === 'QUESTION',
        closed: page.closed !== null,
      }}
      accepted={page.accepted?.id ?? null}
      inner={inner ?? false}
      locale={locale}
    >
      <div className="page grid gap-x-12 pb-16 lg:grid-cols-[minmax(0,47rem)_minmax(0,15rem)]">
        <div className="min-w-0">
          <ThreadHead page={page} locale={locale} inner={inner} underTitle={underTitle} />
          <ArchiveNotice board={page.board} locale={locale} />
          <Notes page={page} locale={locale} from={from} inner={inner} />
          {opening && article(opening)}
          {rest.length > 0 && (
            <section aria-labelledby="replies" className="mt-8">
              <h2 id="replies" className="mb-1 text-heading">
                {t('thread.repliesTitle')}
              </h2>
              {rest.map(article)}
            </section>
          )}
          <Pagination
            label={t('thread.pages')}
            previous={page.previous ? { href: go.from(page, page.previous), label: t('thread.older') } : null}
            next={page.next ? { href: go.from(page, page.next), label: t('thread.newer') } : null}
          />
          <NewPosts />
          <ReplyFoot />
        </div>
        <ThreadAside page={page} locale={locale} inner={inner} />
      </div>
    </ThreadDesk>
  );
}

function ThreadHead({ page, locale, inner, underTitle }: Pick<Props, 'page' | 'locale' | 'inner' | 'underTitle'>) {
  const t = translator(locale, 'forum');
  const go = forumPaths(locale, inner);
  const { board } = page;
  return (
    <header className="pt-6 pb-5 sm:pt-10">
      <Breadcrumbs
        label={t('board.breadcrumb')}
        items={[
          { label: inner ? t('inner.title') : t('boards.title'), href: go.boards() },
          ...crumbsAbove(board, locale, inner),
          { label: localText(locale, board.name, board.nameZh), href: go.board(board.slug) },
        ]}
      />
      <h1 lang={langOf(page.lang)} dir="auto" className="mt-3 text-title [overflow-wrap:anywhere]">
        {page.title}
      </h1>
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 text-[0.9375rem] text-muted">
        <KindChip kind={page.kind} locale={locale} />
        <span className="numerals">{t('thread.replies', { count: page.replies })}</span>
        <ThreadMenu />
      </div>
      {underTitle && <div className="mt-5">{underTitle}</div>}
    </header>
  );
}

function Notes({ page, locale, from, inner }: Pick<Props, 'page' | 'locale' | 'from' | 'inner'>) {
  const t = translator(locale, 'forum');
  const go = forumPaths(locale, inner);
  const { accepted, closed } = page;
  return (
    <div className="grid gap-3 not-empty:mb-6">
      {from && from > 1 && (
        <p className="text-[0.9375rem] text-muted">
          {t('thread.partNote', { number: from })} <TextLink href={go.thread(page)}>{t('thread.toStart')}</TextLink>
        </p>
      )}
      {closed && (
        <Notice tone="info" sign={Lock} title={t('thread.closedTitle')}>
          {closed.reason && <p dir="auto">{closed.reason}</p>}
        </Notice>
      )}
      {accepted && (
        <p className="flex flex-wrap items-center gap-x-2 text-[0.9375rem] font-medium text-positive">
          <CircleCheck aria-hidden className="size-4.5" />
          {t('thread.answerBy', { name: accepted.name })}
          <TextLink href={go.post(page, accepted.number, page.posts)}>{t('thread.answerJump')}</TextLink>
        </p>
      )}
    </div>
  );
}
