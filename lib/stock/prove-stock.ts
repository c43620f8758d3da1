import { z } from 'zod';

import type { Ctx, Reading } from '@/lib/core/context';
import { day } from '@/lib/core/time';

/** What does not agree: how many units a row says, and how many the rows say that it is proved by. */
const fault = z.object({
  check: z.enum(['moves', 'holds', 'transfers', 'drops', 'open']),
  variantId: z.string(),
  says: z.number(),
  proved: z.number(),
});
export type StockFault = z.infer<typeof fault>;

const mostFaults = 100;

/**
 * Proves the ledger of stock: that each account is what was moved into it less what was moved out, that what is held and sold is that of the
 * orders, what is on its way that of the transfers, what is set aside that of the drops, and what is kept as open that of the places.
 */
export async function proveStock(ctx: Ctx): Promise<StockFault[]> {
  const faults = await ctx.db.$queryRaw<StockFault[]>`
    WITH moved AS (
      SELECT "id", sum(delta) AS units FROM (
        SELECT "fromId" AS "id", -"units" AS delta FROM "StockMove" UNION ALL SELECT "toId", "units" FROM "StockMove") AS side GROUP BY "id"
    ), held AS (
      SELECT "variantId", "locationId", "state"::text AS kind, sum("units") AS units FROM "StockHold" WHERE "state" IN ('HELD', 'SOLD') GROUP BY 1, 2, 3
    ), sent AS (
      SELECT "variantId", "toId" AS "locationId", sum("units" - "arrived" - "missing") AS units FROM "StockTransfer" WHERE "closedAt" IS NULL GROUP BY 1, 2
    ), aside AS (
      SELECT "variantId", "dropId", sum("units") AS units FROM "StockAccount" WHERE "kind" = 'SET_ASIDE' GROUP BY 1, 2
    ), gone AS (
      SELECT m."variantId", f."dropId", sum(m."units") AS units FROM "StockMove" m JOIN "StockAccount" f ON f."id" = m."fromId"
      WHERE f."kind" = 'SET_ASIDE' AND m."cause" = 'SHIPPED' GROUP BY 1, 2
    ), compared AS (
      SELECT 'moves' AS "check", a."variantId", a."units" AS says, coalesce(m.units, 0) AS proved FROM "StockAccount" a LEFT JOIN moved m ON m."id" = a."id"
      UNION ALL
      SELECT 'holds', coalesce(a."variantId", h."variantId"), coalesce(a."units", 0), coalesce(h.units, 0)
      FROM (SELECT * FROM "StockAccount" WHERE "kind" IN ('HELD', 'SOLD')) a
      FULL JOIN held h ON h."variantId" = a."variantId" AND h."locationId" = a."locationId" AND h.kind = a."kind"::text
      UNION ALL
      SELECT 'transfers', coalesce(a."variantId", s."variantId"), coalesce(a."units", 0), coalesce(s.units, 0)
      FROM (SELECT * FROM "StockAccount" WHERE "kind" = 'IN_TRANSIT') a
      FULL JOIN sent s ON s."variantId" = a."variantId" AND s."locationId" = a."locationId"
      UNION ALL
      SELECT 'drops', coalesce(a."variantId", d."variantId"), coalesce(a.units, 0), coalesce(d."taken", 0) - coalesce(g.units, 0)
      FROM aside a FULL JOIN "DropStock" d ON d."variantId" = a."variantId" AND d."dropId" = a."dropId"
      LEFT JOIN gone g ON g."variantId" = coalesce(a."variantId", d."variantId") AND g."dropId" = coalesce(a."dropId", d."dropId")
      UNION ALL
      SELECT 'open', s."id", s."open", open_stock(s."id") FROM "StockedVariant" s
    )
    SELECT "check", "variantId"::text, says::int, proved::int FROM compared WHERE says <> proved ORDER BY 1, 2 LIMIT ${mostFaults}`;
  const accounts = await ctx.db.stockAccount.count();
  await ctx.db.stockProof.create({ data: { at: ctx.now, accounts, faults }, select: { id: true } });
  // One of a clock that went ahead would be the last for as long.
  const outdated = [{ at: { lt: new Date(ctx.now.getTime() - 400 * day) } }, { at: { gt: ctx.now } }];
  await ctx.db.stockProof.deleteMany({ where: { OR: outdated } });
  return faults;
}

/** The last proof, with what did not agree; null before the first one. */
export async function getLastProof({ db }: Pick<Reading, 'db'>): Promise<{ at: Date; faults: StockFault[] } | null> {
  const last = await db.stockProof.findFirst({ orderBy: { at: 'desc' }, select: { at: true, faults: true } });
  return last && { at: last.at, faults: z.array(fault).parse(last.faults) };
}
