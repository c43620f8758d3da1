import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { builtInTabs } from '@/components/staff/list/built-in-tabs';
import { ListHead } from '@/components/staff/list/list-head';
import { ListRows } from '@/components/staff/list/list-rows';
import { unitColumns, unitListWords } from '@/components/units/staff/unit-list-parts';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { may, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { shopZone } from '@/lib/core/current-market';
import { readList } from '@/lib/core/list';
import { countViews } from '@/lib/core/list-views';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { paths } from '@/lib/paths';
import { unitList } from '@/lib/units/list';
import { listUnits } from '@/lib/units/queries/list-units';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('units.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'units')('title'));
});

/** Devices by their serial numbers. */
export default pageOrMissing(async function StaffUnitsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { rows, today, counts, ...found } = await read(actor, await pageQuery(searchParams));
  const t = translator(locale, 'units');
  const view = {
    ...{ locale, list: unitList, here: inLocale(locale, paths.staff('units')), mayExport: false },
    ...{ ...found, ...unitListWords(locale) },
    tabs: builtInTabs(unitList, { ...today, counts, label: (name) => t(`views.${name}`) }),
  };
  const toStock = may(actor, 'stock.read') && (
    <ButtonLink href={inLocale(locale, paths.staff('stock'))}>{t('toStock')}</ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          may(actor, 'ownership.decideClaims') && (
            <ButtonLink href={inLocale(locale, paths.staff('units', 'claims'))}>{t('toClaims')}</ButtonLink>
          )
        }
      />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('title')}
        rows={rows}
        columns={unitColumns(locale)}
        empty={
          <EmptyState title={t('none')} action={toStock}>
            {t('noneBody')}
          </EmptyState>
        }
      />
    </div>
  );
});

async function read(actor: SignedIn, query: Record<string, string | undefined>) {
  const asked = readList(unitList, query);
  const ask = reading(actor);
  const today = { now: ask.now, zone: await shopZone() };
  const [{ rows, page, cut }, counts, shown, views] = await Promise.all([
    listUnits(ask, { asked, zone: today.zone }),
    countViews(unitList, { db: ask.db, ...today }),
    getColumns(ask, { list: unitList }),
    listViews(ask, { list: unitList.name }),
  ]);
  return { asked, rows, page, cut, counts, today, shown, views };
}
