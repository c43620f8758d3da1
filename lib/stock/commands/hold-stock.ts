import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';
import { uuid7 } from '@/lib/core/ids';

import { allocate, type Lying, type Short, type Taking } from '../choices/allocate';
import { moveStock, outOfStock } from '../move-stock';
import { listOpen, lockVariants } from '../sql';

export type WantedLine = { lineId: string; variantId: string; units: number };
export type HoldStock = { orderId: string; lines: readonly WantedLine[]; until: Date };
export type Holding = { orderId: string; until: Date; taken: readonly Taking[] };

/**
 * Takes what an order of the shop asks for out of what is open and holds it for the order, all or none. Refuses with `out-of-stock`
 * (variantId, open, wanted); a variant that is not counted has nothing open.
 */
export async function holdStock(ctx: Ctx<Raw>, { orderId, lines, until }: HoldStock): Promise<void> {
  const [found] = await findOpen(ctx, [lines]);
  if (!found || 'short' in found) throw outOfStock(found!.short[0]!);
  await holdFound(ctx, [{ orderId, until, taken: found.taken }]);
}

/**
 * From which places the lines of several orders are taken, one order after another, each all or none: what it takes, or what there is too little of.
 * Their variants are locked until the commit, in which `holdFound` holds it; nothing has changed so far.
 */
export async function findOpen(
  { db }: { db: Raw },
  orders: readonly (readonly WantedLine[])[],
): Promise<({ taken: Taking[] } | { short: Short[] })[]> {
  const variants = orders.flat().map(({ variantId }) => variantId);
  if (variants.length === 0) return orders.map(() => ({ taken: [] }));
  await lockVariants(db, variants);
  const open = await listOpen(db, variants);
  return orders.map((lines) => {
    const found = allocate(
      lines.map(({ lineId, ...line }) => ({ key: lineId, ...line })),
      open,
    );
    if ('taken' in found) takeOff(open, found.taken);
    return found;
  });
}

/** Holds for their orders what `findOpen` has found in the same commit; the orders and their lines are written. */
export async function holdFound(ctx: Ctx<Raw>, holdings: readonly Holding[]): Promise<void> {
  const all = holdings.flatMap(({ taken, ...of }) =>
    taken.map(({ key: lineId, ...taking }) => ({ lineId, ...taking, ...of })),
  );
  await moveStock(
    ctx,
    all.map(({ variantId, locationId: place, units, orderId }) => ({
      ...{ variantId, units, orderId, cause: 'HELD' as const },
      ...{ from: { kind: 'OPEN' as const, place }, to: { kind: 'HELD' as const, place } },
    })),
  );
  const rows = JSON.stringify(all.map((each) => ({ id: uuid7(ctx.now), ...each })));
  await ctx.db.$executeRaw`
    INSERT INTO "StockHold" ("id", "orderId", "lineId", "variantId", "locationId", "units", "until", "createdAt")
    SELECT h."id", h."orderId", h."lineId", h."variantId", h."locationId", h."units", h."until", ${ctx.now}::timestamptz
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS h("id" uuid, "orderId" uuid, "lineId" uuid, "variantId" uuid, "locationId" uuid, "units" int, "until" timestamptz)`;
}

function takeOff(open: ReadonlyMap<string, Lying[]>, taken: readonly Taking[]): void {
  for (const { variantId, locationId, units } of taken)
    open.get(variantId)!.find((place) => place.locationId === locationId)!.units -= units;
}
