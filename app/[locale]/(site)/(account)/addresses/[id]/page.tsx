import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AddressForm } from '@/components/orders/address-form';
import { firstCountry } from '@/components/orders/checkout-choices';
import { countryChoices } from '@/components/orders/country-choices';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { isUuid } from '@/lib/core/ids';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { getAddress } from '@/lib/orders/saved-addresses';
import { addressPath, addressesPath } from '@/lib/orders/choices/address-paths';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: string; id: string }> };

const findAddress = cache(async (locale: Locale, addressId: string) => {
  const actor = await requireMember(locale, addressPath(addressId));
  return (isUuid(addressId) && (await getAddress(reading(actor), { addressId }))) || notFound();
});

export const generateMetadata = headOrMissing(async ({ params }: Props) => {
  const { locale, id } = (await decodedParams(params)) ?? notFound();
  await findAddress(locale, id);
  return memberMetadata(translator(locale, 'orders')('addresses.editTitle'));
});

/** One of the addresses that a member keeps, to be changed. */
export default pageOrMissing(async function AddressPage({ params }: Props) {
  const { locale, id } = (await pageParams(params)) ?? notFound();
  const { id: addressId, firstSince: _, ...known } = await findAddress(locale, id);
  const t = translator(locale, 'orders');
  const countries = countryChoices(locale);
  const crumbs = [
    { label: t('addresses.title'), href: inLocale(locale, addressesPath()) },
    { label: t('addresses.editTitle') },
  ];
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={crumbs} label={t('addresses.title')} />}
        title={t('addresses.editTitle')}
      />
      <Card as="section">
        <AddressForm
          addressId={addressId}
          known={known}
          country={firstCountry(known, countries, { locale })}
          countries={countries}
          locale={locale}
        />
      </Card>
    </div>
  );
});
