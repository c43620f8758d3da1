import type { Metadata } from 'next';

import { SavedAddresses } from '@/components/orders/saved-addresses';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { reading } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { mostAddresses } from '@/lib/orders/limits';
import { listAddresses } from '@/lib/orders/saved-addresses';
import { addressesPath, newAddressPath } from '@/lib/orders/choices/address-paths';
import { translator } from '@/lib/web/i18n';
import { memberMetadata } from '@/lib/web/metadata';
import { localeOf } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Props = { params: Promise<{ locale: Locale }> };

export const instant = false;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return memberMetadata(translator(await localeOf(params), 'orders')('addresses.title'));
}

/** The addresses that a member keeps. */
export default async function AddressesPage({ params }: Props) {
  const locale = await localeOf(params);
  const actor = await requireMember(locale, addressesPath());
  const addresses = await listAddresses(reading(actor));
  const t = translator(locale, 'orders');
  const add = <ButtonLink href={inLocale(locale, newAddressPath())}>{t('addresses.add')}</ButtonLink>;
  const isFull = addresses.length >= mostAddresses;
  return (
    <div className="page max-w-5xl pb-16">
      <PageHeader
        title={t('addresses.title')}
        lead={t('addresses.lead')}
        actions={addresses.length > 0 && !isFull && add}
        meta={isFull && t('addresses.full', { most: mostAddresses })}
      />
      {addresses.length > 0 ? (
        <SavedAddresses addresses={addresses} locale={locale} />
      ) : (
        <EmptyState title={t('addresses.empty')} action={add}>
          <p>{t('addresses.emptyBody')}</p>
        </EmptyState>
      )}
    </div>
  );
}
