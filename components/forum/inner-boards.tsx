'use client';

import { useTranslations } from 'use-intl';

import { Card } from '@/components/ui/card';
import { Lock } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { useViewer } from '@/components/viewer/viewer-provider';
import { localText, type Locale } from '@/lib/core/locale';

import { forumPaths } from './forum-paths';

/** Below the public boards: those that are open to this reader and not to everyone. */
export function InnerBoards({ locale }: { locale: Locale }) {
  const t = useTranslations('forum');
  const boards = useViewer().viewer?.innerBoards;
  if (!boards?.length) return null;
  return (
    <section aria-labelledby="inner-rooms" className="mt-10 animate-fade">
      <h2 id="inner-rooms" className="text-heading">
        {t('boards.inner')}
      </h2>
      <p className="mt-1 mb-4 text-muted">{t('boards.innerLead')}</p>
      <Card as="ul" flush className="divide-y divide-line">
        {boards.map((board) => (
          <li key={board.slug} className="relative flex items-start gap-3.5 px-4 py-4 sm:px-5">
            <span
              aria-hidden
              className="flex size-9.5 shrink-0 items-center justify-center rounded-lg bg-accent-soft text-accent-ink"
            >
              <Lock className="size-4.5" />
            </span>
            <div className="min-w-0">
              <h3 className="text-subheading">
                <Link
                  href={forumPaths(locale, true).board(board.slug)}
                  className="after:absolute after:inset-0 hover:text-accent-ink"
                >
                  {localText(locale, board.name, board.nameZh)}
                </Link>
              </h3>
              <p className="mt-0.5 text-[0.9375rem] text-muted">
                {localText(locale, board.description, board.descriptionZh)}
              </p>
              <p className="numerals mt-1 text-sm text-muted">
                {t(`visibility.${board.visibility}`)} · {t('boards.threads', { count: board.threads })}
              </p>
            </div>
          </li>
        ))}
      </Card>
    </section>
  );
}
