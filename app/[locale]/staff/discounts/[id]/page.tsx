import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { DiscountForm } from '@/components/discounts/staff/discount-form';
import { EndDiscount } from '@/components/discounts/staff/end-discount';
import { DiscountState } from '@/components/discounts/staff/discount-state';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { listProductChoices } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import { isUuid } from '@/lib/core/ids';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { standOf } from '@/lib/discounts/policy';
import { getDiscount } from '@/lib/discounts/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale; id: string }> };

export const instant = false;

const find = cache(async (id: string) => {
  const read = reading(await requirePermission('discounts.edit'));
  return { read, discount: (isUuid(id) ? await getDiscount(read, { id }) : null) ?? notFound() };
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  const { title, titleZh } = (await find(id)).discount;
  return memberMetadata(localText(locale, title, titleZh));
});

export default pageOrMissing(async function DiscountPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { read, discount } = await find(id);
  const { _count, products, createdAt: _, ...fields } = discount;
  const t = translator(locale, 'discounts');
  const [title, stand] = [localText(locale, discount.title, discount.titleZh), standOf(discount, read.now)];
  const here = inLocale(locale, paths.staff('discounts'));
  return (
    <div className="page pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ label: t('title'), href: here }, { label: title }]} label={t('title')} />}
        title={title}
        lead={t('newLead')}
        meta={<DiscountState stand={stand} locale={locale} />}
      />
      <DiscountForm
        discount={{ ...fields, productIds: products.map(({ productId }) => productId) }}
        currency={discount.currency}
        products={await listProductChoices(read)}
        locale={locale}
      />
      {stand !== 'over' && (
        <div className="mt-8">
          <EndDiscount id={id} version={discount.version} here={here} />
        </div>
      )}
    </div>
  );
});
