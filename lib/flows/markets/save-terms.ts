import { may, type Actor } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { forgetMarket } from '@/lib/core/current-market';
import { allow, Refused } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { MarketData } from '@/lib/core/market';
import { putBackMarket, saveMarket } from '@/lib/markets/commands';
import { getOldTerms } from '@/lib/markets/queries/old-version';
import { isCountry, regionsOf } from '@/lib/orders/schema';

type Saving = { shown: number; locale: Locale; data: Partial<MarketData>; reason?: string };

/** Saves another version of the market, whose countries and regions are those that an address may name. */
export async function saveTerms(actor: Actor, input: Saving): Promise<{ version: number }> {
  const unknown = unknownPlace(input.data);
  if (unknown) throw new Refused('no-such-region', `No such place: ${unknown.place}`, { field: unknown.field });
  const saved = await transact(saveMarket)(actor, input);
  forgetMarket();
  return saved;
}

type PuttingBack = { version: number; shown: number; locale: Locale };

/** Puts an older version of the market back. Refuses one that cannot be read, and with version-place one that names what no address may name today. */
export async function putBackTerms(actor: Actor, input: PuttingBack): Promise<{ version: number }> {
  allow(may(actor, 'markets.manage'));
  const saved = await inTransaction(actor, async (ctx) => {
    const { version } = input;
    const unknown = unknownPlace(await getOldTerms(ctx, version));
    if (unknown) throw new Refused('version-place', 'No such place', { values: { version, place: unknown.place } });
    return putBackMarket(ctx, input);
  });
  forgetMarket();
  return saved;
}

type Places = Pick<Partial<MarketData>, 'zones' | 'taxes'>;

/** The first country or region that no address may name, and the field where it stands; null where there is none. */
function unknownPlace({ zones = [], taxes = [] }: Places): { place: string; field: string } | null {
  for (const [at, { countries }] of zones.entries()) {
    const place = countries.find((country) => !isCountry(country));
    if (place !== undefined) return { place, field: `zones.${at}.countries` };
  }
  for (const [at, { country, region }] of taxes.entries()) {
    const isKnown = isCountry(country) && (!region || regionsOf(country)?.some(([code]) => code === region));
    if (!isKnown) return { place: region ? `${country}-${region}` : country, field: `taxes.${at}.region` };
  }
  return null;
}
