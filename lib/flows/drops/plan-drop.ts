import type { Actor } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { day } from '@/lib/core/time';
import { addWave, announceDrop, scheduleDrop } from '@/lib/drops/commands';
import { offersOf } from '@/lib/drops/commands/offer-units';
import { canRunDrops } from '@/lib/drops/policy';
import { getMarket } from '@/lib/markets/queries';
import { getDropReach } from '@/lib/drops/queries/get-drop-reach';
import type { FurtherWave, ScheduleInput, WavePlan } from '@/lib/drops/schema';
import type { StoredMarket } from '@/lib/core/market';
import { countriesOf, servedIn } from '@/lib/core/offers';
import { takeForDrop } from '@/lib/flows/stock/supply-drop';

export type Sure = { sure?: boolean };

/**
 * Plans a drop with all waves of its form that somebody can buy: each country it names is served, and for its currency there is a shipping
 * price. One wave that cannot be planned leaves nothing behind, and is refused at its own field.
 */
export async function planDrop(
  actor: Actor,
  { sure, further = [], ...input }: ScheduleInput & Sure & { further?: FurtherWave[] },
  options: Options = {},
): Promise<{ id: string; slug: string }> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canRunDrops(ctx.actor));
      for (const wave of [input, ...further]) askIfMeant(ctx, wave, sure);
      const planned = await scheduleDrop(ctx, input);
      for (const { number, ...wave } of further)
        await addWave(ctx, { dropId: planned.id, ...wave }).catch((error: unknown) => {
          throw atWave(error, number);
        });
      await requireBuyers(ctx, planned.id);
      return planned;
    },
    options,
  );
}

// The same field has another name in each further wave of a form.
function atWave(error: unknown, number: number): unknown {
  if (!(error instanceof Refused) || !error.detail.field) return error;
  const { field, ...detail } = error.detail;
  return new Refused(error.code, error.message, { ...detail, field: `waves.${number}.${field}` });
}

/** Plans a further wave that somebody can buy from. */
export async function planWave(
  actor: Actor,
  { sure, ...input }: WavePlan & { dropId: string } & Sure,
  options: Options = {},
): Promise<{ waveId: string; number: number }> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canRunDrops(ctx.actor));
      askIfMeant(ctx, input, sure);
      const planned = await addWave(ctx, input);
      await requireBuyers(ctx, input.dropId);
      await takeForDrop(ctx, input);
      return planned;
    },
    options,
  );
}

/** Announces a planned drop that somebody can buy: prices and shipping may have changed since it was planned. */
export async function announcePlanned(
  actor: Actor,
  { dropId, shown }: { dropId: string; shown?: number },
  options: Options = {},
): Promise<void> {
  return inTransaction(
    actor,
    async (ctx) => {
      allow(canRunDrops(ctx.actor));
      // From here on nobody edits the plan: what is checked is what is announced.
      await announceDrop(ctx, { dropId, shown });
      await requireBuyers(ctx, dropId);
      await takeForDrop(ctx, { dropId, isNew: true });
    },
    options,
  );
}

/** Refuses a drop that nobody could buy. */
export async function requireBuyers(ctx: Ctx, dropId: string): Promise<void> {
  const reach = await getDropReach(ctx, { dropId });
  if (reach) checkReach(reach, await getMarket(ctx));
}

/** Refuses a plan whose countries are not all served, or whose currency has no shipping price where it goes. */
export function checkReach(
  { regions, currencies }: { regions: string[]; currencies: string[] },
  market: Pick<StoredMarket, 'zones'>,
): void {
  const everywhere = countriesOf(market);
  const unserved = regions.filter((code) => !everywhere.includes(code));
  if (unserved.length > 0)
    throw new Refused('regions-unserved', 'Nothing is sent there', {
      field: 'regions',
      values: { countries: unserved.join(', '), served: everywhere.join(', ') },
    });
  for (const currency of currencies) {
    const served = servedIn(market, currency);
    if (served.length === 0)
      throw new Refused('currency-unserved', 'No shipping price in this currency', {
        field: 'units',
        values: { currency },
      });
    const without = regions.filter((code) => !served.includes(code));
    if (without.length > 0)
      throw new Refused('regions-no-price', 'No shipping price there', {
        field: 'regions',
        values: { countries: without.join(', '), currency },
      });
  }
}

const usual = { units: 100_000, days: 31, daysAhead: 365 };

/** Asks once whether a plan is meant that looks like a slip of the keyboard: very many units, a very long wave, an opening far away. */
export function askIfMeant({ now }: Ctx, plan: WavePlan, sure: boolean | undefined): void {
  const units = offersOf(plan).reduce((sum, each) => sum + each.units, 0);
  const days = Math.round((plan.closesAt.getTime() - plan.opensAt.getTime()) / day);
  const ahead = Math.round((plan.opensAt.getTime() - now.getTime()) / day);
  const odd = units > usual.units || days > usual.days || ahead > usual.daysAhead;
  if (odd && !sure)
    throw new Refused('plan-unusual', 'Is this meant?', {
      field: 'sure',
      values: { units, days: Math.max(0, days), ahead: Math.max(0, ahead) },
    });
}
