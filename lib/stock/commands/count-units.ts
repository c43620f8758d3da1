import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { moveStock } from '../move-stock';
import { canEditStock } from '../policy';
import type { CountInput } from '../schema';
import { lockVariants } from '../sql';
import { openPlace } from './open-place';

/**
 * Corrects what is open to what was counted at a place: sound units, with those that are set aside, held or sold and not yet sent. Refuses with
 * `stock-recounted` (expected) where units moved since the form was read, and with `count-below-promised` (promised) where fewer are there than
 * are promised.
 */
export async function countUnits(ctx: Ctx, { variantId, locationId, counted, shown, note }: CountInput): Promise<void> {
  allow(canEditStock(ctx.actor));
  const place = await openPlace(ctx, locationId);
  found((await lockVariants(ctx.db, [variantId])).has(variantId), 'variant');
  const { open, promised } = await soundAt(ctx, { variantId, locationId });
  const expected = open + promised;
  if (expected !== shown) throw new Refused('stock-recounted', 'Units moved meanwhile', { values: { expected } });
  if (counted < promised)
    throw new Refused('count-below-promised', 'More are promised', { field: 'counted', values: { promised } });
  const units = Math.abs(counted - expected);
  const [here, difference] = [{ kind: 'OPEN', place: locationId }, { kind: 'DIFFERENCE' }] as const;
  const [from, to] = counted > expected ? [difference, here] : [here, difference];
  if (units > 0) await moveStock(ctx, [{ variantId, units, note, cause: 'COUNTED', from, to }]);
  const detail = { units: counted, before: expected, place: place.name };
  await audit(ctx, { act: 'stock.count', subject: ['variant', variantId], reason: note, detail });
}

async function soundAt({ db }: Ctx, where: { variantId: string; locationId: string }) {
  const rows = await db.stockAccount.groupBy({
    by: ['kind'],
    where: { ...where, kind: { in: ['OPEN', 'SET_ASIDE', 'HELD', 'SOLD'] } },
    _sum: { units: true },
  });
  const sum = (open: boolean) =>
    rows.filter(({ kind }) => (kind === 'OPEN') === open).reduce((all, { _sum }) => all + (_sum.units ?? 0), 0);
  return { open: sum(true), promised: sum(false) };
}
