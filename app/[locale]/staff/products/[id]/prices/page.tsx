import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { PriceForm } from '@/components/catalog/staff/price-form';
import { VariantPrices } from '@/components/catalog/staff/variant-prices';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { getProductPrices } from '@/lib/catalog/queries/product-prices';
import { reading } from '@/lib/core/context';
import { currencyOptions } from '@/lib/core/currency-names';
import { currentMarket } from '@/lib/core/current-market';
import { isUuid } from '@/lib/core/ids';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { countProtected } from '@/lib/orders/protected-orders';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const instant = false;

const find = cache(async (id: string) => {
  const read = reading(await requirePermission('catalog.edit'));
  return { read, product: (isUuid(id) ? await getProductPrices(read, { id }) : null) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await find(id);
  return memberMetadata(translator(locale, 'catalog')('prices.title'));
});

export default pageOrMissing(async function ProductPricesPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { read, product } = await find(id);
  const t = translator(locale, 'catalog');
  const title = localText(locale, product.title, product.titleZh);
  const crumbs = [
    { label: t('edit.list'), href: inLocale(locale, paths.staff('products')) },
    { label: title, href: inLocale(locale, paths.staff('products', id)) },
    { label: t('prices.title') },
  ];
  const days = (await currentMarket()).promises.protection;
  const variantIds = product.variants.map((each) => each.id);
  const orders = days === null ? 0 : await countProtected(read, { variantIds, days });
  const choices = product.variants.map((each) => ({
    id: each.id,
    title: localText(locale, each.title, each.titleZh),
    currency: each.currency,
  }));
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-6 pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs label={t('breadcrumb')} items={crumbs} />}
        title={
          <>
            {t('prices.title')}: <bdi>{title}</bdi>
          </>
        }
        lead={t('prices.lead')}
      />
      {days !== null && orders > 0 && <Notice tone="warning">{t('prices.protected', { count: orders, days })}</Notice>}
      {choices.length > 0 && <PriceForm variants={choices} currencies={currencyOptions(locale)} />}
      {product.variants.map((variant) => (
        <VariantPrices
          key={variant.id}
          variant={variant}
          offeredSince={product.createdAt}
          now={read.now}
          locale={locale}
        />
      ))}
    </div>
  );
});
