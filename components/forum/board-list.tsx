import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { hueOf, softTone } from '@/components/ui/tone';
import { cx } from '@/components/ui/cx';
import { langOf, localText, type Locale } from '@/lib/core/locale';
import type { BoardItem } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';

import { forumPaths } from './forum-paths';

/** Boards as rows: what each is for, how much is said, and what was said last. */
export function BoardList({
  boards,
  locale,
  inner,
  labelledBy,
}: {
  boards: BoardItem[];
  locale: Locale;
  inner?: boolean;
  labelledBy?: string;
}) {
  return (
    <Card as="ul" flush className="far-rows divide-y divide-line" aria-labelledby={labelledBy}>
      {boards.map((board) => (
        <BoardRow key={board.slug} board={board} locale={locale} inner={inner} />
      ))}
    </Card>
  );
}

function BoardRow({ board, locale, inner }: { board: BoardItem; locale: Locale; inner?: boolean }) {
  const t = translator(locale, 'forum');
  const go = forumPaths(locale, inner);
  const name = localText(locale, board.name, board.nameZh);
  return (
    <li
      className={cx(
        'grid gap-x-6 gap-y-2 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,17rem)] sm:items-center sm:px-5',
        board.level === 1 && 'ps-9 sm:ps-14',
        board.level > 1 && 'ps-14 sm:ps-24',
      )}
    >
      <div className="relative flex gap-3.5">
        <BoardSign name={board.name} label={name} />
        <div className="min-w-0">
          <h3 className="text-subheading">
            <Link href={go.board(board.slug)} className="after:absolute after:inset-0 hover:text-accent-ink">
              <bdi>{name}</bdi>
            </Link>
          </h3>
          <p className="mt-0.5 text-[0.9375rem] text-muted">
            {localText(locale, board.description, board.descriptionZh)}
          </p>
          <p className="numerals mt-1 text-sm text-muted">{t('boards.threads', { count: board.threads })}</p>
        </div>
      </div>
      {board.latest ? (
        <p className="min-w-0 border-s-2 border-line ps-3.5 text-sm text-muted max-sm:ms-13">
          <Link
            href={go.thread(board.latest)}
            lang={langOf(board.latest.lang)}
            dir="auto"
            className="line-clamp-2 font-medium text-ink hover:text-accent-ink"
          >
            {board.latest.title}
          </Link>
          <span className="mt-0.5 block">
            {t('boards.by', { name: board.latest.by })} · <RelativeTime at={board.latest.at} locale={locale} />
          </span>
        </p>
      ) : (
        <p className="text-sm text-muted max-sm:ms-13">{t('boards.empty')}</p>
      )}
    </li>
  );
}

/** A board's initial on a ground of its own hue. Products of one brand share their first word: the last one tells them apart. */
export function BoardSign({ name, label }: { name: string; label: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'font-display flex size-9.5 shrink-0 items-center justify-center rounded-lg text-lg',
        softTone[hueOf(name)],
      )}
    >
      {[...(label.split(' ').at(-1) || label)][0]?.toUpperCase()}
    </span>
  );
}
