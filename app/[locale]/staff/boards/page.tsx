import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BoardList } from '@/components/forum/staff/board-list';
import { Merges } from '@/components/forum/staff/merge-board';
import { ImportLink } from '@/components/imports/staff/import-link';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { formatDateTime } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { hasIdeasBoard } from '@/lib/forum/queries/has-board';
import { listMerges, listStaffBoards } from '@/lib/forum/queries/staff-boards';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('forum.openBoards');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'boardsStaff')('title'));
});

/** The boards in their order. */
export default pageOrMissing(async function StaffBoardsPage({ params }: Props) {
  const { locale } = await params;
  const now = reading(await enter());
  const [boards, merges, ideas] = await Promise.all([listStaffBoards(now), listMerges(now), hasIdeasBoard(now)]);
  const t = translator(locale, 'boardsStaff');
  const open = (
    <ButtonLink href={inLocale(locale, paths.staff('boards', 'new'))} variant="primary">
      {t('new')}
    </ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader title={t('title')} lead={t('lead')} actions={boards.length > 0 && open} />
      <Merges
        merges={merges.map(({ id, from, fromSlug, into, total, moved, runAt, startedAt }) => ({
          id,
          from: from ? localText(locale, from.name, from.nameZh) : fromSlug,
          into: localText(locale, into.name, into.nameZh),
          total,
          moved,
          at: formatDateTime(runAt, locale),
          begun: startedAt !== null,
        }))}
      />
      {boards.length > 0 && !ideas && (
        <Notice title={t('noIdeas')} className="mb-5">
          {t('noIdeasBody')}
        </Notice>
      )}
      {boards.length > 0 ? (
        <BoardList boards={boards} locale={locale} />
      ) : (
        <EmptyState
          title={t('empty')}
          action={
            <>
              {open}
              {may(now.actor, 'imports.keep') && <ImportLink from="forum" locale={locale} />}
            </>
          }
        >
          {t('emptyBody')}
        </EmptyState>
      )}
    </div>
  );
});
