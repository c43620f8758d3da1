import type { Metadata } from 'next';

import { BoardList } from '@/components/forum/board-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { paths } from '@/lib/paths';
import { listBoards } from '@/lib/forum/queries';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { askForFactor, requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'forum')('inner.title'));
}

export default async function InnerBoardsPage({ params }: Props) {
  const locale = await localeOf(params);
  const actor = await requireMember(locale, paths.innerBoards());
  await askForFactor(actor);
  const boards = await listBoards(reading(actor), { inner: true });
  const t = translator(locale, 'forum');
  return (
    <div className="page pb-16">
      <PageHeader title={t('inner.title')} lead={t('inner.lead')} />
      {boards.length > 0 ? (
        <BoardList boards={boards} locale={locale} inner />
      ) : (
        <EmptyState title={t('inner.empty')}>
          <p>{t('inner.emptyBody')}</p>
        </EmptyState>
      )}
    </div>
  );
}
