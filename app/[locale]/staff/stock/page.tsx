import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { builtInTabs } from '@/components/staff/list/built-in-tabs';
import { ListHead } from '@/components/staff/list/list-head';
import { ListRows } from '@/components/staff/list/list-rows';
import { stockColumns } from '@/components/stock/staff/stock-columns';
import { stockListWords } from '@/components/stock/staff/stock-list-view';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Plus } from '@/components/ui/icons';
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
import { stockList } from '@/lib/stock/list';
import { listStock } from '@/lib/stock/queries/list-stock';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('stock.read');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'stock')('title'));
});

/** What there is of each variant that is counted. */
export default pageOrMissing(async function StaffStockPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { rows, today, counts, ...found } = await read(actor, await pageQuery(searchParams));
  const t = translator(locale, 'stock');
  const here = inLocale(locale, paths.staff('stock'));
  const view = {
    ...{ locale, list: stockList, here, mayExport: false, ...found, ...stockListWords(locale) },
    tabs: builtInTabs(stockList, { ...today, counts, label: (name) => t(`views.${name}`) }),
  };
  const receive = may(actor, 'stock.edit') && (
    <ButtonLink variant="primary" href={inLocale(locale, paths.staff('stock', 'receive'))} icon={<Plus aria-hidden />}>
      {t('receiveFirst')}
    </ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink href={inLocale(locale, paths.staff('stock', 'transfers'))}>{t('transfers.title')}</ButtonLink>
            {may(actor, 'stock.edit') && (
              <ButtonLink href={inLocale(locale, paths.staff('stock', 'locations'))}>{t('locations.title')}</ButtonLink>
            )}
            {receive}
          </>
        }
      />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('title')}
        rows={rows}
        columns={stockColumns(locale)}
        empty={
          <EmptyState title={t('none')} action={receive}>
            {t('noneBody')}
          </EmptyState>
        }
      />
    </div>
  );
});

async function read(actor: SignedIn, query: Record<string, string | undefined>) {
  const asked = readList(stockList, query);
  const ask = reading(actor);
  const today = { now: ask.now, zone: await shopZone() };
  const [{ rows, page, cut }, counts, shown, views] = await Promise.all([
    listStock(ask, { asked, zone: today.zone }),
    countViews(stockList, { db: ask.db, ...today }),
    getColumns(ask, { list: stockList }),
    listViews(ask, { list: stockList.name }),
  ]);
  return { asked, rows, page, cut, counts, today, shown, views };
}
