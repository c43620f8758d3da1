import { currentMarket } from '@/lib/core/current-market';
import { countriesOf } from '@/lib/core/offers';
import { currentSettings } from '@/lib/core/shop-settings';
import { hasSms, smsProviderFor } from '@/lib/outside/sms';

import type { PhoneRule } from '../choices/phone-rule';
import { callingCode } from './number';
import { phoneSettings } from './settings';

/** The countries whose phones can be sent a code now; none where no provider is set up. At most five seconds old. */
export async function openCountries(): Promise<string[]> {
  return hasSms() ? countriesOpenBy(await currentSettings(phoneSettings)) : [];
}

/** Countries with the code that their numbers begin with. */
export const withCodes = (countries: readonly string[]) =>
  countries.map((country) => ({ country, code: callingCode(country) ?? '' }));

/** The countries that a rule opens, of those that a provider sends to. */
export async function countriesOpenBy({ countries }: Pick<PhoneRule, 'countries'>): Promise<string[]> {
  const wanted = countries ?? countriesOf(await currentMarket());
  return [...new Set(wanted)].filter((country) => callingCode(country) && smsProviderFor(country));
}
