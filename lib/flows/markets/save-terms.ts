import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { forgetMarket } from '@/lib/core/current-market';
import { Refused } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { MarketData } from '@/lib/core/market';
import { putBackMarket, saveMarket } from '@/lib/markets/commands';
import { isCountry, regionsOf } from '@/lib/orders/schema';

type Saving = { shown: number; locale: Locale; data: Partial<MarketData>; reason?: string };

/** Saves another version of the market, whose countries and regions are those that an address may name. */
export async function saveTerms(actor: Actor, input: Saving): Promise<{ version: number }> {
  const { zones = [], taxes = [] } = input.data;
  for (const [at, { countries }] of zones.entries())
    if (!countries.every(isCountry))
      throw new Refused('no-such-region', 'No such country', { field: `zones.${at}.countries` });
  for (const [at, { country, region }] of taxes.entries())
    if (!isCountry(country) || (region && !regionsOf(country)?.some(([code]) => code === region)))
      throw new Refused('no-such-region', 'No such region', { field: `taxes.${at}.region` });
  const saved = await transact(saveMarket)(actor, input);
  forgetMarket();
  return saved;
}

/** Puts an older version of the market back. */
export async function putBackTerms(
  actor: Actor,
  input: { version: number; shown: number; locale: Locale },
): Promise<{ version: number }> {
  const saved = await transact(putBackMarket)(actor, input);
  forgetMarket();
  return saved;
}
