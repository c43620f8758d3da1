import { Avatar } from '@/components/ui/avatar';
import { Link, TextLink } from '@/components/ui/link';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { ThreadPage } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';

import { BoardSign } from './board-list';
import { forumPaths } from './forum-paths';

/** Beside the thread, where there is width: its board, its product, and who is talking. */
export function ThreadAside({ page, locale, inner }: { page: ThreadPage; locale: Locale; inner?: boolean }) {
  const t = translator(locale, 'forum');
  const { board } = page;
  const name = localText(locale, board.name, board.nameZh);
  const voices = [
    ...new Map(page.posts.flatMap(({ author }) => (author?.handle ? [[author.handle, author] as const] : []))),
  ].slice(0, 8);
  return (
    <aside className="hidden pt-24 lg:block" aria-label={t('thread.about')}>
      <div className="sticky top-24 grid gap-5 border-s border-line ps-6 text-[0.9375rem]">
        <div>
          <BoardSign name={board.name} label={name} />
          <p className="mt-2.5 font-semibold">
            <Link href={forumPaths(locale, inner).board(board.slug)} className="hover:text-accent-ink">
              <bdi>{name}</bdi>
            </Link>
          </p>
          <p className="mt-0.5 text-sm text-muted">{localText(locale, board.description, board.descriptionZh)}</p>
        </div>
        {board.product && (
          <TextLink href={inLocale(locale, paths.product(board.product.handle))}>
            {t('board.product', { product: localText(locale, board.product.title, board.product.titleZh) })}
          </TextLink>
        )}
        {voices.length > 1 && (
          <ul className="flex flex-wrap gap-1.5">
            {voices.map(([handle, author]) => (
              <li key={handle}>
                <Link
                  href={inLocale(locale, paths.member(handle))}
                  title={author.name}
                  aria-label={author.name}
                  className="block rounded-full"
                >
                  <Avatar name={author.name} src={author.avatar} size="sm" />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </aside>
  );
}
