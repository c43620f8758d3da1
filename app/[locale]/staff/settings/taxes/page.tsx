import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { TaxForm } from '@/components/markets/staff/tax-form';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { TermsHistory } from '@/components/markets/staff/terms-history';
import { countryChoices } from '@/components/orders/country-choices';
import { PageHeader } from '@/components/ui/page-header';
import { readNumber } from '@/lib/core/address';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getMarket, listMarketVersions } from '@/lib/markets/queries';
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

const enter = () => requirePermission('markets.manage');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'markets')('taxes.title'));
});

export default pageOrMissing(async function StaffTaxesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const read = reading(actor);
  const { before } = await pageQuery(searchParams);
  const older = readNumber(before ?? '') ?? undefined;
  const [market, history] = await Promise.all([getMarket(read), listMarketVersions(read, { before: older })]);
  const t = translator(locale, 'markets');
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('taxes.title')} lead={t('taxes.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="taxes" locale={locale} />
      <TaxForm market={market} countries={countryChoices(locale)} locale={locale} />
      <TermsHistory
        {...history}
        current={market.version}
        paged={older !== undefined}
        here={inLocale(locale, paths.staff('settings', 'taxes'))}
        locale={locale}
      />
    </div>
  );
});
