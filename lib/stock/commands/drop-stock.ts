import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';

import { allocate } from '../choices/allocate';
import { moveStock, outOfStock, type Move } from '../move-stock';
import { listOpen, lockVariants } from '../sql';

/** How many units of a variant a drop needs: those that it still offers and those that somebody holds or has bought, which are `claimed`. */
export type DropNeed = { variantId: string; units: number; claimed: number };
type Some = { variantId: string; units: number };

/** Takes units of counted variants out of what is open for a drop that is announced, or gets more of them; refuses with `out-of-stock`. */
export async function supplyDrop(
  ctx: Ctx,
  { dropId, needs, isNew }: { dropId: string; needs: readonly DropNeed[]; isNew: boolean },
): Promise<void> {
  const counted = await lockVariants(
    ctx.db,
    needs.map(({ variantId }) => variantId),
  );
  const had = await takenBy(ctx, dropId);
  // What a drop sold while its variant was not counted goes on without stock: nobody knows what of it was sent already.
  const isSupplied = ({ variantId, claimed }: DropNeed) =>
    had.has(variantId) || isNew || (had.size > 0 && claimed === 0);
  const more = needs
    .filter((need) => counted.has(need.variantId) && isSupplied(need))
    .map(({ variantId, units }) => ({ variantId, units: units - (had.get(variantId) ?? 0) }));
  await take(ctx, dropId, more);
}

/** Gives back to what is open the units that a drop which is over needs no more, and takes what it needs again; answers how many moved. */
export async function settleDrop(
  ctx: Ctx,
  { dropId, needs }: { dropId: string; needs: readonly DropNeed[] },
): Promise<number> {
  const had = await takenBy(ctx, dropId);
  await lockVariants(ctx.db, [...had.keys()]);
  const differences = [...(await takenBy(ctx, dropId))].map(([variantId, taken]) => ({
    variantId,
    units: (needs.find((need) => need.variantId === variantId)?.units ?? 0) - taken,
  }));
  await take(ctx, dropId, differences);
  let back = 0;
  for (const { variantId, units } of differences)
    if (units < 0) back += await giveBack(ctx, { dropId, variantId, units: -units });
  return back + differences.reduce((sum, { units }) => sum + Math.max(0, units), 0);
}

/**
 * Takes units that a drop sold out of the house, once: the parcel of an order was sent. What the drop owes, having given back what late money then bought,
 * is taken of what is open. Nothing moves where the drop has none from stock.
 */
export async function shipFromDrop(
  ctx: Ctx,
  {
    dropId,
    orderId,
    shipmentId,
    lines,
  }: { dropId: string; orderId: string; shipmentId: string; lines: readonly (Some & { lineId: string })[] },
): Promise<void> {
  await lockVariants(
    ctx.db,
    lines.map(({ variantId }) => variantId),
  );
  const had = await takenBy(ctx, dropId);
  for (const { lineId, variantId, units } of lines)
    if (had.has(variantId) && !(await wasMoved(ctx, `ship:${shipmentId}:${lineId}`))) {
      await takeOwed(ctx, { dropId, variantId, units });
      await outOfDrop(ctx, {
        dropId,
        variantId,
        units,
        orderId,
        key: `ship:${shipmentId}:${lineId}`,
        to: { kind: 'CUSTOMER' },
        cause: 'SHIPPED',
      });
    }
}

async function takeOwed(ctx: Ctx, { dropId, variantId, units }: { dropId: string } & Some): Promise<void> {
  const where = { variantId, dropId, kind: 'SET_ASIDE' } as const;
  const { _sum } = await ctx.db.stockAccount.aggregate({ where, _sum: { units: true } });
  await take(ctx, dropId, [{ variantId, units: units - (_sum.units ?? 0) }]).catch((error: unknown) => {
    // Refused before anything is written. The parcel is gone all the same: the next count of the place says so.
    if (!(error instanceof Refused)) throw error;
    log.warn({ dropId, variantId }, 'a drop has sent more than stock has');
  });
}

async function wasMoved({ db }: Pick<Ctx, 'db'>, key: string): Promise<boolean> {
  return (await db.stockMove.count({ where: { key: `${key}:0` } })) > 0;
}

async function takenBy({ db }: Pick<Ctx, 'db'>, dropId: string): Promise<Map<string, number>> {
  const rows = await db.dropStock.findMany({ where: { dropId }, select: { variantId: true, taken: true } });
  return new Map(rows.map(({ variantId, taken }) => [variantId, taken]));
}

async function take(ctx: Ctx, dropId: string, wanted: readonly Some[]): Promise<void> {
  const more = wanted.filter(({ units }) => units > 0);
  const lines = more.map(({ variantId, units }) => ({ key: variantId, variantId, units }));
  const found = allocate(
    lines,
    await listOpen(
      ctx.db,
      more.map(({ variantId }) => variantId),
    ),
  );
  if ('short' in found) throw outOfStock(found.short[0]!);
  await moveStock(
    ctx,
    found.taken.map(({ variantId, locationId: place, units }) => ({
      ...{ variantId, units, dropId, cause: 'SET_ASIDE' as const },
      ...{ from: { kind: 'OPEN' as const, place }, to: { kind: 'SET_ASIDE' as const, place, drop: dropId } },
    })),
  );
  for (const { variantId, units } of wanted) await countTaken(ctx, { dropId, variantId, units: Math.max(0, units) });
}

async function giveBack(ctx: Ctx, { dropId, variantId, units }: { dropId: string } & Some): Promise<number> {
  const moved = await outOfDrop(ctx, { dropId, variantId, units, to: 'OPEN', cause: 'GIVEN_BACK' });
  await countTaken(ctx, { dropId, variantId, units: -moved });
  return moved;
}

type Out = Some & Pick<Move, 'cause' | 'orderId' | 'key'> & { dropId: string; to: 'OPEN' | { kind: 'CUSTOMER' } };

// From where most lie, so that the last few of a drop do not stay in many places.
async function outOfDrop(ctx: Ctx, { dropId, variantId, units, to, key, ...what }: Out): Promise<number> {
  const accounts = await ctx.db.stockAccount.findMany({
    where: { variantId, dropId, kind: 'SET_ASIDE', units: { gt: 0 } },
    orderBy: [{ units: 'desc' }, { id: 'asc' }],
    select: { locationId: true, units: true },
  });
  let missing = units;
  const moves = accounts.flatMap(({ locationId, units: there }, at): Move[] => {
    const taken = Math.min(missing, there);
    missing -= taken;
    const place = locationId!;
    const goal = to === 'OPEN' ? { kind: 'OPEN' as const, place } : to;
    const from = { kind: 'SET_ASIDE' as const, place, drop: dropId };
    return taken > 0 ? [{ ...what, variantId, units: taken, dropId, from, to: goal, key: key && `${key}:${at}` }] : [];
  });
  await moveStock(ctx, moves);
  return units - missing;
}

async function countTaken({ db }: Pick<Ctx, 'db'>, { dropId, variantId, units }: { dropId: string } & Some) {
  // Not an upsert: the row that it would insert is checked first, and what is given back is below nought there.
  await db.dropStock.createMany({ data: [{ dropId, variantId }], skipDuplicates: true });
  await db.dropStock.updateMany({ where: { dropId, variantId }, data: { taken: { increment: units } } });
}
