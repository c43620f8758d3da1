import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { productChoice } from '@/components/catalog/staff/product-choice';
import { productColumns } from '@/components/catalog/staff/product-columns';
import { productListWords } from '@/components/catalog/staff/product-list-view';
import { ListHead } from '@/components/staff/list/list-head';
import { builtInTabs } from '@/components/staff/list/built-in-tabs';
import { ListRows } from '@/components/staff/list/list-rows';
import { ImportLink } from '@/components/imports/staff/import-link';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListChecks, Plus } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { productList } from '@/lib/catalog/list';
import { listStaffProducts } from '@/lib/catalog/queries/staff-products';
import { may, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { shopZone } from '@/lib/core/current-market';
import { readList } from '@/lib/core/list';
import { countViews } from '@/lib/core/list-views';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getColumns } from '@/lib/lists/queries';
import { listViews } from '@/lib/lists/queries/views';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('catalog.edit');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'catalog')('edit.list'));
});

export default pageOrMissing(async function StaffProductsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { rows, home, today, counts, ...found } = await read(actor, await pageQuery(searchParams));
  const t = translator(locale, 'catalog');
  const to = (...parts: string[]) => inLocale(locale, paths.staff('products', ...parts));
  const view = {
    ...{ locale, list: productList, here: to(), mayExport: true, ...found, ...productListWords(locale) },
    tabs: builtInTabs(productList, { ...today, counts, label: (name) => t(`edit.views.${name}`) }),
  };
  const add = (
    <ButtonLink variant="primary" href={to('new')} icon={<Plus aria-hidden />}>
      {t('edit.new')}
    </ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader
        title={t('edit.list')}
        lead={t('edit.listLead')}
        actions={
          <>
            <ButtonLink href={to('bulk')} icon={<ListChecks aria-hidden />}>
              {translator(locale, 'lists')('bulk.title')}
            </ButtonLink>
            {add}
          </>
        }
      />
      <ListHead {...view} />
      <ListRows
        view={view}
        caption={t('edit.list')}
        rows={rows}
        columns={productColumns(locale, home)}
        choice={productChoice(locale)}
        empty={
          <EmptyState
            title={t('edit.none')}
            action={
              <>
                {add}
                {may(actor, 'imports.keep') && <ImportLink from="shop" locale={locale} />}
              </>
            }
          >
            {t('edit.noneBody')}
          </EmptyState>
        }
      />
    </div>
  );
});

async function read(actor: SignedIn, query: Record<string, string | undefined>) {
  const asked = readList(productList, query);
  const { currency: home } = await currentBrand();
  const ask = reading(actor);
  const today = { now: ask.now, zone: await shopZone() };
  const [{ rows, page, cut }, counts, shown, views] = await Promise.all([
    listStaffProducts(ask, { asked, zone: today.zone }),
    countViews(productList, { db: ask.db, ...today }),
    getColumns(ask, { list: productList }),
    listViews(ask, { list: productList.name }),
  ]);
  return { asked, rows, page, cut, counts, today, shown, views, home };
}
