import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { ShippingForm } from '@/components/markets/staff/shipping-form';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { TermsHistory } from '@/components/markets/staff/terms-history';
import { countryChoices } from '@/components/orders/country-choices';
import { PageHeader } from '@/components/ui/page-header';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import { currencyOptions } from '@/lib/core/currency-names';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getMarket, listMarketVersions } from '@/lib/markets/queries';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/web/i18n';
import { homeCurrency } from '@/lib/web/brand';
import { memberMetadata } from '@/lib/web/metadata';
import { pageQuery } from '@/lib/web/params';
import { requirePermission } from '@/lib/web/session';

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const instant = false;

const enter = () => requirePermission('markets.manage');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'markets')('shipping.title'));
});

export default pageOrMissing(async function StaffShippingPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const read = reading(actor);
  const { before } = await pageQuery(searchParams);
  const older = readNumber(before ?? '') ?? undefined;
  const [market, history] = await Promise.all([getMarket(read), listMarketVersions(read, { before: older })]);
  const t = translator(locale, 'markets');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('shipping.title')} lead={t('shipping.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="shipping" locale={locale} />
      <ShippingForm
        market={market}
        home={await homeCurrency()}
        choices={{ countries: countryChoices(locale), currencies: currencyOptions(locale) }}
        locale={locale}
      />
      <TermsHistory
        {...history}
        current={market.version}
        paged={older !== undefined}
        here={inLocale(locale, paths.staff('settings', 'shipping'))}
        locale={locale}
      />
    </div>
  );
});
