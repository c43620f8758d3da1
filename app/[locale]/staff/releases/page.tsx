import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { releaseColumns, releaseListWords } from '@/components/feedback/release-list-view';
import { builtInTabs } from '@/components/staff/list/built-in-tabs';
import { ListHead } from '@/components/staff/list/list-head';
import { ListRows } from '@/components/staff/list/list-rows';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Plus } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { listProductChoices } from '@/lib/catalog/queries';
import type { SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { translator } from '@/lib/core/i18n';
import { readList } from '@/lib/core/list';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { releaseList } from '@/lib/feedback/list';
import { countDraftReleases, listStaffReleases } from '@/lib/feedback/queries';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { paths } from '@/lib/paths';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('feedback.release');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'feedback')('releasesStaff.title'));
});

export default pageOrMissing(async function StaffReleasesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { rows, products, drafts, today, ...found } = await read(await enter(), await pageQuery(searchParams));
  const t = translator(locale, 'feedback');
  const to = (...parts: string[]) => inLocale(locale, paths.staff('releases', ...parts));
  const view = {
    ...{ locale, list: releaseList, here: to(), mayExport: false, ...found, ...releaseListWords(locale, products) },
    tabs: builtInTabs(releaseList, { ...today, counts: { drafts }, label: (name) => t(`releasesStaff.views.${name}`) }),
  };
  const add = (
    <ButtonLink variant="primary" href={to('new')} icon={<Plus aria-hidden />}>
      {t('releasesStaff.new')}
    </ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader title={t('releasesStaff.title')} lead={t('releasesStaff.lead')} actions={add} />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('releasesStaff.title')}
        rows={rows}
        columns={releaseColumns(locale)}
        empty={
          <EmptyState title={t('releasesStaff.empty')} action={add}>
            {t('releasesStaff.emptyBody')}
          </EmptyState>
        }
      />
    </div>
  );
});

async function read(actor: SignedIn, query: Record<string, string | undefined>) {
  const asked = readList(releaseList, query);
  const ask = reading(actor);
  const today = { now: ask.now, zone: await shopZone() };
  const [{ rows, page, cut }, drafts, products, shown, views] = await Promise.all([
    listStaffReleases(ask, { asked, zone: today.zone }),
    countDraftReleases(ask),
    listProductChoices(ask),
    getColumns(ask, { list: releaseList }),
    listViews(ask, { list: releaseList.name }),
  ]);
  return { asked, rows, page, cut, drafts, products, today, shown, views };
}
