import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { SettingsTabs } from '@/components/markets/staff/settings-tabs';
import { phoneChoices, firstCountry } from '@/components/members/phone/phone-choices';
import { CheckSms, TestSms } from '@/components/members/staff/check-sms';
import { PhoneRuleForm } from '@/components/members/staff/phone-rule-form';
import { PhoneState } from '@/components/members/staff/phone-state';
import { Card, SectionHead } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { readSettings } from '@/lib/core/shop-settings';
import type { Locale } from '@/lib/core/locale';
import { countriesOpenBy, withCodes } from '@/lib/members/phone/open-countries';
import { phoneSettings } from '@/lib/members/phone/settings';
import { countSentToday } from '@/lib/members/queries/phone';
import { smsProviders } from '@/lib/outside/sms';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { requirePermission } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

const enter = () => requirePermission('members.setPhoneRule');

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  await enter();
  return memberMetadata(translator((await params).locale, 'members')('phoneSettings.title'));
});

export default pageOrMissing(async function StaffPhonePage({ params }: Props) {
  const { locale } = await params;
  const actor = await enter();
  const t = translator(locale, 'members');
  const { version, ...rule } = await readSettings(phoneSettings);
  const [open, market, sent] = await Promise.all([
    countriesOpenBy(rule),
    countriesOpenBy({ countries: null }),
    countSentToday(reading(actor)),
  ]);
  const names = smsProviders().map(({ name }) => name);
  const countries = phoneChoices(withCodes(open), locale);
  return (
    <div className="page grid grid-cols-[minmax(0,1fr)] gap-8 pb-16">
      <PageHeader title={t('phoneSettings.title')} lead={t('phoneSettings.lead')} className="mb-0! pb-0!" />
      <SettingsTabs actor={actor} current="phone" locale={locale} />
      <PhoneState names={names} open={open.length} sent={sent} perDay={rule.perDay} locale={locale} />
      {names.length > 0 && (
        <Card as="section">
          <SectionHead title={t('phoneSettings.check')} lead={t('phoneSettings.checkLead')} />
          <CheckSms locale={locale} />
        </Card>
      )}
      {countries.length > 0 && (
        <Card as="section">
          <SectionHead title={t('phoneSettings.test')} lead={t('phoneSettings.testLead')} />
          <TestSms countries={countries} first={firstCountry(countries, locale)} />
        </Card>
      )}
      <PhoneRuleForm key={version} rule={rule} shown={version} market={market.length} />
    </div>
  );
});
