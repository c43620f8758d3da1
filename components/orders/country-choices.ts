import type { Locale } from '@/lib/core/locale';
import { countryCodes } from '@/lib/orders/schema';

import { countryName } from './address-block';

/** The countries that an address may name, by their names in the reader's language. */
export function countryChoices(locale: Locale) {
  return countryCodes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}
