import { removeAddressAction } from '@/app/actions/orders';
import { DeleteFold } from '@/components/forms/delete-fold';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { addressPath, addressesPath } from '@/lib/orders/choices/address-paths';
import type { SavedAddress } from '@/lib/orders/saved-addresses';

import { AddressBlock } from './address-block';
import { CompanyLines } from './company-lines';
import { FirstAddressForm } from './first-address-form';
import { sentOf } from './saved-sent';

/** The addresses that a member keeps, each with what can be done with it. */
export function SavedAddresses({ addresses, locale }: { addresses: SavedAddress[]; locale: Locale }) {
  const t = translator(locale, 'orders');
  const home = inLocale(locale, addressesPath());
  return (
    <ul className="grid gap-6 sm:grid-cols-2">
      {addresses.map((each) => (
        <li key={each.id} className="grid">
          <Card as="article" className="flex flex-col gap-4">
            {each.firstSince && <Badge tone="accent">{t('addresses.first')}</Badge>}
            <AddressBlock address={sentOf(each)} locale={locale} />
            {each.company && (
              <CompanyLines company={{ name: each.company, taxNumber: each.taxNumber }} locale={locale} />
            )}
            <div className="mt-auto grid gap-3">
              <div className="flex flex-wrap gap-3">
                <ButtonLink variant="secondary" size="sm" href={inLocale(locale, addressPath(each.id))}>
                  {t('addresses.edit')}
                </ButtonLink>
                {!each.firstSince && <FirstAddressForm addressId={each.id} />}
              </div>
              <DeleteFold
                action={removeAddressAction}
                hidden={{ addressId: each.id }}
                words={{ open: t('addresses.remove'), lead: t('addresses.removeLead'), button: t('addresses.remove') }}
                to={home}
              />
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
