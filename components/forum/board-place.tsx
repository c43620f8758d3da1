import { Card } from '@/components/ui/card';
import { Archive } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { localText, type Locale } from '@/lib/core/locale';
import type { BoardFacts, BoardPage } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';

import { forumPaths } from './forum-paths';

/** The boards above one, from the root on, as steps of the way there. */
export function crumbsAbove({ above }: Pick<BoardFacts, 'above'>, locale: Locale, inner?: boolean) {
  const go = forumPaths(locale, inner);
  return above.map(({ slug, name, nameZh }) => ({ label: localText(locale, name, nameZh), href: go.board(slug) }));
}

/** That a board is archived, and why, where it is. */
export function ArchiveNotice({ board: { archive }, locale }: { board: Pick<BoardFacts, 'archive'>; locale: Locale }) {
  const t = translator(locale, 'forum');
  if (!archive) return null;
  return (
    <div className="mb-6">
      <Notice tone="info" sign={Archive} title={t('board.archivedTitle')}>
        <p dir="auto">{archive.reason || t('board.archived')}</p>
      </Notice>
    </div>
  );
}

type Props = { boards: BoardPage['children']; locale: Locale; inner?: boolean };

/** The boards that stand under one. */
export function ChildBoards({ boards, locale, inner }: Props) {
  const t = translator(locale, 'forum');
  const go = forumPaths(locale, inner);
  if (boards.length === 0) return null;
  return (
    <nav aria-label={t('board.children')} className="mb-6">
      <Card as="ul" flush className="grid gap-px overflow-hidden bg-line sm:grid-cols-2">
        {boards.map(({ slug, name, nameZh, threads }) => (
          <li key={slug} className="relative bg-surface px-4 py-3 sm:odd:last:col-span-2">
            <Link href={go.board(slug)} className="font-medium after:absolute after:inset-0 hover:text-accent-ink">
              <bdi>{localText(locale, name, nameZh)}</bdi>
            </Link>
            <p className="numerals text-sm text-muted">{t('boards.threads', { count: threads })}</p>
          </li>
        ))}
      </Card>
    </nav>
  );
}
