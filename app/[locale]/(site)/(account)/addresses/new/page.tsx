import type { Metadata } from 'next';

import { AddressForm } from '@/components/orders/address-form';
import { firstCountry } from '@/components/orders/checkout-choices';
import { countryChoices } from '@/components/orders/country-choices';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { addressesPath, newAddressPath } from '@/lib/orders/choices/address-paths';
import { deliveryCalendar } from '@/lib/web/calendar';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'orders')('addresses.add'));
}

/** A new address to keep. */
export default async function NewAddressPage({ params }: Props) {
  const locale = await localeOf(params);
  const actor = await requireMember(locale, newAddressPath());
  const t = translator(locale, 'orders');
  const countries = countryChoices(locale);
  const { country: home } = await deliveryCalendar();
  const crumbs = [
    { label: t('addresses.title'), href: inLocale(locale, addressesPath()) },
    { label: t('addresses.add') },
  ];
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('addresses.title')} />}
        title={t('addresses.add')}
      />
      <Card as="section">
        <AddressForm
          known={{ name: actor.name }}
          country={firstCountry({}, countries, { home, locale })}
          countries={countries}
          locale={locale}
        />
      </Card>
    </div>
  );
}
