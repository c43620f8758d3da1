import { type Locale, messageLocale } from '@/lib/core/locale';

import type { PhoneCountry } from './phone-fields';

/** Countries by their names in the reader's language, with the code that their numbers begin with. */
export function phoneChoices(countries: readonly { country: string; code: string }[], locale: Locale): PhoneCountry[] {
  const tag = messageLocale(locale);
  const names = new Intl.DisplayNames([tag], { type: 'region', fallback: 'code' });
  return countries
    .map(({ country, code }) => ({ value: country, label: `${names.of(country) ?? country} ${code}` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, tag));
}

/** The country that is shown first: that of most readers of the language, where it is among them. */
export function firstCountry(countries: readonly PhoneCountry[], locale: Locale): string {
  const likely = locale === 'zh' ? 'CN' : 'US';
  return (countries.find(({ value }) => value === likely) ?? countries[0])?.value ?? '';
}
