import { Search } from 'lucide-react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ProductTable } from '@/components/catalog/staff/product-table';
import { Chip } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Plus } from '@/components/ui/icons';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { TextField } from '@/components/ui/text-field';
import { listStaffProducts, productStates } from '@/lib/catalog/queries/staff-products';
import { reading } from '@/lib/core/context';
import { currentBrand } from '@/lib/core/current-brand';
import { readMoment, writeCursor } from '@/lib/core/cursor';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
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
  const asked = await pageQuery(searchParams);
  const search = (asked.q ?? '').slice(0, 100);
  const status = productStates.find((state) => state === asked.status);
  const after = readMoment(asked.after) ?? undefined;
  const { products, more } = await listStaffProducts(reading(actor), { search, status, after });
  const { currency: home } = await currentBrand();
  const t = translator(locale, 'catalog');
  const here = inLocale(locale, paths.staff('products'));
  const fresh = inLocale(locale, paths.staff('products', 'new'));
  const last = products.at(-1);
  const filter = { q: search || undefined, status };
  const add = (
    <ButtonLink variant="primary" href={fresh} icon={<Plus aria-hidden />}>
      {t('edit.new')}
    </ButtonLink>
  );
  return (
    <div className="page pb-16">
      <PageHeader title={t('edit.list')} lead={t('edit.listLead')} actions={add} />
      <Filters locale={locale} search={search} status={status} />
      {products.length > 0 && <ProductTable products={products} locale={locale} home={home} />}
      {products.length === 0 &&
        (search || status ? (
          <EmptyState illustration="search" title={t('edit.noneFound')}>
            {t('edit.noneFoundBody')}
          </EmptyState>
        ) : (
          <EmptyState title={t('edit.none')} action={add}>
            {t('edit.noneBody')}
          </EmptyState>
        ))}
      <Pagination
        label={t('edit.list')}
        previous={after ? { href: withQuery(here, filter), label: t('edit.newest') } : null}
        next={
          more && last
            ? {
                href: withQuery(here, { ...filter, after: writeCursor(last.createdAt, last.id) }),
                label: t('edit.older'),
              }
            : null
        }
      />
    </div>
  );
});

function Filters({ locale, search, status }: { locale: Locale; search: string; status?: string }) {
  const t = translator(locale, 'catalog');
  const here = inLocale(locale, paths.staff('products'));
  const q = search || undefined;
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <form method="get" action={here} role="search" className="flex w-full max-w-xl items-end gap-3">
        {status && <input type="hidden" name="status" value={status} />}
        <TextField
          type="search"
          name="q"
          label={t('edit.search')}
          hideLabel
          placeholder={t('edit.search')}
          defaultValue={search}
          before={<Search aria-hidden />}
          className="flex-1"
        />
        <Button type="submit">{t('edit.find')}</Button>
      </form>
      <nav aria-label={t('edit.status')} className="flex flex-wrap gap-2">
        <Chip href={withQuery(here, { q })} current={!status}>
          {t('edit.all')}
        </Chip>
        {productStates.map((state) => (
          <Chip key={state} href={withQuery(here, { q, status: state })} current={status === state}>
            {t(`edit.states.${state}`)}
          </Chip>
        ))}
      </nav>
    </div>
  );
}
