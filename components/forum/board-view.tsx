import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Rss } from '@/components/ui/icons';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TabLinks } from '@/components/ui/tab-links';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { BoardPage } from '@/lib/forum/queries';
import { shownAreas } from '@/lib/web/areas';
import { translator } from '@/lib/web/i18n';

import { ArchiveNotice, ChildBoards, crumbsAbove } from './board-place';
import { kindViews, forumPaths, type KindView } from './forum-paths';
import { StartThread } from './start-thread';
import { ThreadList } from './thread-list';
import { readersNote, writingNotes } from './writing-notes';

type Props = { page: BoardPage; locale: Locale; kind?: KindView; after?: string; inner?: boolean };

export async function BoardView({ page, locale, kind, after, inner }: Props) {
  const t = translator(locale, 'forum');
  const go = forumPaths(locale, inner);
  const { board, pinned, threads, next } = page;
  const here = kind ? [kind] : [];
  const { ideas } = await shownAreas();
  const empty = pinned.length + threads.length === 0;
  return (
    <div className="page pb-16">
      <BoardHeader page={page} locale={locale} inner={inner} />
      <ArchiveNotice board={board} locale={locale} />
      <ChildBoards boards={page.children} locale={locale} inner={inner} />
      <TabLinks
        label={t('board.views')}
        items={tabs(page, locale, kind, inner).filter(({ view }) => ideas || view !== 'ideas')}
      />
      <Card flush className="mt-5">
        {empty ? (
          <NoThreads locale={locale} slug={board.slug} kind={kind} archived={board.archive !== null} />
        ) : (
          <>
            {pinned.length > 0 && (
              <div className="border-b border-line bg-accent-soft/35">
                <ThreadList level="h2" label={t('board.pinned')} threads={pinned} locale={locale} inner={inner} />
              </div>
            )}
            <ThreadList level="h2" label={t('board.list')} threads={threads} locale={locale} inner={inner} />
          </>
        )}
      </Card>
      <Pagination
        label={t('board.pages')}
        previous={after ? { href: go.board(board.slug, ...here), label: t('board.newest') } : null}
        next={next ? { href: go.board(board.slug, ...here, 'after', next), label: t('board.older') } : null}
      />
    </div>
  );
}

function BoardHeader({ page: { board }, locale, inner }: Pick<Props, 'page' | 'locale' | 'inner'>) {
  const t = translator(locale, 'forum');
  const name = localText(locale, board.name, board.nameZh);
  const { product } = board;
  return (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs
          label={t('board.breadcrumb')}
          items={[
            { label: inner ? t('inner.title') : t('boards.title'), href: forumPaths(locale, inner).boards() },
            ...crumbsAbove(board, locale, inner),
            { label: name },
          ]}
        />
      }
      title={name}
      lead={localText(locale, board.description, board.descriptionZh)}
      meta={
        <>
          {inner && board.visibility !== 'PUBLIC' && <span>{readersNote(board, locale)}</span>}
          {!board.archive && writingNotes(board, locale).map((note) => <bdi key={note}>{note}</bdi>)}
          {product && (
            <TextLink href={inLocale(locale, paths.product(product.handle))}>
              {t('board.product', { product: localText(locale, product.title, product.titleZh) })}
            </TextLink>
          )}
          {!inner && (
            <a
              href={inLocale(locale, paths.boardFeed(board.slug))}
              className="inline-flex items-center gap-1.5 hover:text-ink"
            >
              <Rss aria-hidden className="size-4" />
              {t('board.feed')}
            </a>
          )}
        </>
      }
      actions={<StartThread slug={board.slug} href={inLocale(locale, paths.newThread(board.slug))} />}
    />
  );
}

function tabs({ board }: BoardPage, locale: Locale, current?: KindView, inner?: boolean) {
  const t = translator(locale, 'forum');
  const go = forumPaths(locale, inner);
  const fitting = (Object.keys(kindViews) as KindView[]).filter(
    (view) => board.product || view === 'discussions' || view === 'questions',
  );
  return [
    { view: 'all', href: go.board(board.slug), label: t('board.all'), current: !current },
    ...fitting.map((view) => ({
      view,
      href: go.board(board.slug, view),
      label: t(`kinds.${view}`),
      current: current === view,
    })),
  ];
}

type NoThreadsProps = { locale: Locale; slug: string; kind?: KindView; archived: boolean };

function NoThreads({ locale, slug, kind, archived }: NoThreadsProps) {
  const t = translator(locale, 'forum');
  return (
    <EmptyState
      title={kind ? t('board.emptyKind') : t('board.empty')}
      action={!archived && <StartThread slug={slug} href={inLocale(locale, paths.newThread(slug))} />}
    >
      <p>{kind ? t('board.emptyKindBody') : archived ? t('board.archived') : t('board.emptyBody')}</p>
    </EmptyState>
  );
}
