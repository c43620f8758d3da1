import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ListHead } from '@/components/staff/list/list-head';
import { builtInTabs } from '@/components/staff/list/built-in-tabs';
import { ListRows } from '@/components/staff/list/list-rows';
import { memberColumns } from '@/components/staff/member-columns';
import { memberListWords } from '@/components/staff/member-list-view';
import { ImportLink } from '@/components/imports/staff/import-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { may, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { readList } from '@/lib/core/list';
import { countViews } from '@/lib/core/list-views';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { findOne } from '@/lib/members/find-one';
import { memberList } from '@/lib/members/list';
import { countSuspended, listMembers } from '@/lib/members/queries';
import { listRoleNames } from '@/lib/members/queries/roles';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('members.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  const { locale } = await params;
  return memberMetadata(translator(locale, 'staff')('members.title'));
});

export default pageOrMissing(async function StaffMembersPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { rows, roles, counts, now, zone, ...found } = await read(actor, await pageQuery(searchParams));
  const t = translator(locale, 'staff');
  const here = inLocale(locale, paths.staff('members'));
  const mayExport = may(actor, 'members.export');
  const view = {
    ...{ locale, list: memberList, here, mayExport, ...found, ...memberListWords(locale, roles) },
    tabs: builtInTabs(memberList, { now, zone, counts, label: (name) => t(`members.views.${name}`) }),
  };
  return (
    <div className="page pb-16">
      <PageHeader title={t('members.title')} lead={t('members.lead')} />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('members.table')}
        rows={rows}
        columns={memberColumns(locale)}
        empty={
          <EmptyState
            title={t('members.none')}
            action={may(actor, 'imports.keep') && <ImportLink from="shop" locale={locale} />}
          >
            {t('members.noneYet')}
          </EmptyState>
        }
      />
    </div>
  );
});

async function read(actor: SignedIn, query: Record<string, string | undefined>) {
  const asked = readList(memberList, query);
  const zone = await shopZone();
  const ask = reading(actor);
  const [{ rows, page, cut }, counted, suspended, roles, shown, views] = await Promise.all([
    listMembers(ask, { asked, zone, one: await findOne(actor, asked.q) }),
    asked.q ? {} : countViews(memberList, { db: ask.db, now: ask.now, zone }),
    asked.q ? undefined : countSuspended(ask),
    listRoleNames(ask),
    getColumns(ask, { list: memberList }),
    listViews(ask, { list: memberList.name }),
  ]);
  const counts = { ...counted, ...(suspended !== undefined && { suspended }) };
  return { asked, rows, page, cut, counts, now: ask.now, zone, roles, shown, views };
}
