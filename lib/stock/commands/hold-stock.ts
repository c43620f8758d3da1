import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';
import { uuid7 } from '@/lib/core/ids';

import { allocate, type Taking } from '../choices/allocate';
import { moveStock, outOfStock } from '../move-stock';
import { listOpen, lockVariants } from '../sql';

export type HoldStock = {
  orderId: string;
  lines: readonly { lineId: string; variantId: string; units: number }[];
  until: Date;
};

/**
 * Takes what an order of the shop asks for out of what is open and holds it for the order, all or none. Refuses with `out-of-stock`
 * (variantId, open, wanted); a variant that is not counted has nothing open.
 */
export async function holdStock(ctx: Ctx<Raw>, { orderId, lines, until }: HoldStock): Promise<void> {
  const taken = await takeOpen(ctx, lines);
  await moveStock(
    ctx,
    taken.map(({ variantId, locationId: place, units }) => ({
      ...{ variantId, units, orderId, cause: 'HELD' as const },
      ...{ from: { kind: 'OPEN' as const, place }, to: { kind: 'HELD' as const, place } },
    })),
  );
  const rows = JSON.stringify(
    taken.map(({ key: lineId, ...taking }) => ({ id: uuid7(ctx.now), orderId, lineId, ...taking })),
  );
  await ctx.db.$executeRaw`
    INSERT INTO "StockHold" ("id", "orderId", "lineId", "variantId", "locationId", "units", "until", "createdAt")
    SELECT h."id", h."orderId", h."lineId", h."variantId", h."locationId", h."units", ${until}::timestamptz, ${ctx.now}::timestamptz
    FROM jsonb_to_recordset(${rows}::jsonb)
      AS h("id" uuid, "orderId" uuid, "lineId" uuid, "variantId" uuid, "locationId" uuid, "units" int)`;
}

async function takeOpen(ctx: Ctx<Raw>, lines: HoldStock['lines']): Promise<Taking[]> {
  const variants = lines.map(({ variantId }) => variantId);
  await lockVariants(ctx.db, variants);
  const wanted = lines.map(({ lineId, ...line }) => ({ key: lineId, ...line }));
  const found = allocate(wanted, await listOpen(ctx.db, variants));
  if ('short' in found) throw outOfStock(found.short[0]!);
  return found.taken;
}
