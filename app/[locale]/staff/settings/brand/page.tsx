import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { BrandSettings } from '@/components/brand/staff/brand-settings';
import { BrandHistory } from '@/components/brand/staff/brand-history';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { listVersions } from '@/lib/brand/queries';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import { readBrand } from '@/lib/core/current-brand';
import { currencyOptions } from '@/lib/core/currency-names';
import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('brand.manage');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'brand')('page.title'));
});

export default pageOrMissing(async function StaffBrandPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const { before } = await pageQuery(searchParams);
  const older = readNumber(before ?? '') ?? undefined;
  const [brand, history] = await Promise.all([readBrand(), listVersions(reading(actor), { before: older })]);
  const t = translator(locale, 'brand');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('page.title')} lead={t('page.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="brand" locale={locale} />
      <BrandSettings brand={brand} currencies={currencyOptions(locale)} locale={locale} />
      <BrandHistory {...history} current={brand.version} paged={older !== undefined} locale={locale} />
    </div>
  );
});
