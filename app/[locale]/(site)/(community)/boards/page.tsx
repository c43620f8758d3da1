import type { Metadata } from 'next';

import { BoardList } from '@/components/forum/board-list';
import { InnerBoards } from '@/components/forum/inner-boards';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Pencil } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { inLocale } from '@/lib/core/paths';
import type { BoardItem } from '@/lib/forum/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { pageMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { publicBrand } from '@/lib/web/brand';

import { publicBoards } from './data';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = translator(locale, 'forum');
  return pageMetadata({
    locale,
    path: paths.boards(),
    title: t('boards.title'),
    description: t('boards.description', { brand: (await publicBrand()).name[locale] }),
  });
}

export default async function BoardsPage({ params }: Props) {
  const locale = await localeOf(params);
  const t = translator(locale, 'forum');
  const boards = await publicBoards();
  const live = withRoots(boards.filter(({ archive }) => !archive));
  const groups = [
    { id: 'about', title: t('boards.about'), boards: live.filter(({ root }) => root.product) },
    { id: 'talk', title: t('boards.talk'), boards: live.filter(({ root }) => !root.product) },
    { id: 'archive', title: t('boards.archive'), boards: flat(boards.filter(({ archive }) => archive)) },
  ].filter((group) => group.boards.length > 0);
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('boards.title')}
        lead={t('boards.lead', { brand: (await publicBrand()).name[locale] })}
        actions={
          <ButtonLink
            variant="primary"
            prefetch={false}
            href={inLocale(locale, paths.newThread())}
            icon={<Pencil aria-hidden />}
          >
            {t('board.start')}
          </ButtonLink>
        }
      />
      {groups.length === 0 && (
        <EmptyState title={t('boards.noBoards')}>
          <p>{t('boards.noBoardsBody')}</p>
        </EmptyState>
      )}
      <div className="grid gap-9">
        {groups.map(({ id, title, boards: some }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id} className="mb-3 text-heading">
              {title}
            </h2>
            <BoardList boards={some} locale={locale} labelledBy={id} />
          </section>
        ))}
      </div>
      <InnerBoards locale={locale} />
    </div>
  );
}

/** The boards as they come in the order of their tree, each with the one at whose root it stands. */
function withRoots(boards: BoardItem[]): (BoardItem & { root: BoardItem })[] {
  let root: BoardItem | undefined;
  return boards.map((board) => {
    if (board.level === 0 || !root) root = board;
    return { ...board, root };
  });
}

const flat = (boards: BoardItem[]): BoardItem[] => boards.map((board) => ({ ...board, level: 0 }));
