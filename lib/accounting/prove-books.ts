import { z } from 'zod';

import type { Ctx, Reading } from '@/lib/core/context';
import { day } from '@/lib/core/time';

/** Money of an order of which the books say something else than its rows do, in minor units. */
const fault = z.object({
  check: z.enum(['buyers', 'gateway', 'sold', 'tax']),
  orderId: z.string(),
  number: z.string(),
  currency: z.string(),
  says: z.number(),
  proved: z.number(),
});
export type MoneyFault = z.infer<typeof fault>;

const open = z.object({ orderId: z.string(), number: z.string(), currency: z.string(), amountMinor: z.number() });
/** An order whose buyer owes something, or is owed it where the amount is below nothing: money that came twice or late waits to go back. */
export type OpenOrder = z.infer<typeof open>;

const mostFaults = 100;

/**
 * Proves the books against the rows of all orders, by sums that are reckoned in another way than the books were written: what each buyer owes or is
 * owed, what gateways hold of it (with what is disputed), what was sold, and the tax of it. `skips` names a gateway whose payments are no money.
 */
export async function proveBooks(ctx: Ctx, { skips }: { skips: string | null }): Promise<MoneyFault[]> {
  const faults = await ctx.db.$queryRaw<MoneyFault[]>`
    WITH booked AS (
      SELECT "orderId", "currency",
        sum(CASE WHEN "toAccount" = 'BUYERS' THEN "amountMinor" WHEN "fromAccount" = 'BUYERS' THEN -"amountMinor" ELSE 0 END) AS buyers,
        sum((CASE WHEN "toAccount" IN ('GATEWAY', 'DISPUTED', 'LOST') THEN "amountMinor" ELSE 0 END)
          - (CASE WHEN "fromAccount" IN ('GATEWAY', 'DISPUTED', 'LOST') THEN "amountMinor" ELSE 0 END)) AS gateway,
        sum(CASE WHEN "fromAccount" IN ('SALES', 'SHIPPING') THEN "amountMinor" ELSE 0 END) AS sold,
        sum(CASE WHEN "fromAccount" = 'TAX' AND "cause" = 'SALE' THEN "amountMinor" ELSE 0 END) AS tax
      FROM "MoneyMove" GROUP BY 1, 2
    ), rows AS (
      SELECT "orderId", "currency", sum("came") AS came, sum("back") AS back, coalesce(max("sold"), 0) AS sold, coalesce(max("soldNet"), 0) AS net,
        coalesce(sum("takenBack"), 0) AS taken
      FROM orders.order_money WHERE "provider" <> ${skips ?? ''} GROUP BY 1, 2
    ), both_sides AS (
      SELECT coalesce(b."orderId", r."orderId") AS "orderId", coalesce(b."currency", r."currency") AS "currency", coalesce(b.buyers, 0) AS buyers,
        coalesce(b.gateway, 0) AS gateway, coalesce(b.sold, 0) AS sold, coalesce(b.tax, 0) AS tax, coalesce(r.came, 0) AS came, coalesce(r.back, 0) AS back,
        coalesce(r.sold, 0) AS "rowSold", coalesce(r.net, 0) AS net, CASE WHEN r.sold > 0 THEN least(r.taken, r.sold) ELSE 0 END AS taken
      FROM booked b FULL JOIN rows r ON r."orderId" = b."orderId" AND r."currency" = b."currency"
    ), compared AS (
      SELECT "orderId", "currency", 'buyers' AS "check", buyers AS says, "rowSold" - taken - came + back AS proved FROM both_sides
      UNION ALL SELECT "orderId", "currency", 'gateway', gateway, came - back FROM both_sides
      UNION ALL SELECT "orderId", "currency", 'sold', sold, net FROM both_sides
      UNION ALL SELECT "orderId", "currency", 'tax', tax, "rowSold" - net FROM both_sides
    )
    SELECT c."check", c."orderId"::text, coalesce(n."number", '') AS "number", c."currency", c.says::float8 AS says, c.proved::float8 AS proved
    FROM compared c LEFT JOIN LATERAL (SELECT o."number" FROM orders.order_money o WHERE o."orderId" = c."orderId" LIMIT 1) n ON true
    WHERE c.says <> c.proved ORDER BY 3, 1 LIMIT ${mostFaults}`;
  const orders = await ctx.db.moneyMove.count({ where: { cause: 'SALE', fromAccount: 'SALES' } });
  const data = { at: ctx.now, orders, faults, open: await listOpen(ctx) };
  await ctx.db.moneyProof.create({ data, select: { id: true } });
  await ctx.db.moneyProof.deleteMany({ where: { at: { lt: new Date(ctx.now.getTime() - 400 * day) } } });
  return faults;
}

async function listOpen({ db }: Ctx): Promise<OpenOrder[]> {
  return db.$queryRaw<OpenOrder[]>`
    WITH owed AS (
      SELECT "orderId", "currency", sum(CASE WHEN "toAccount" = 'BUYERS' THEN "amountMinor" ELSE -"amountMinor" END) AS amount FROM "MoneyMove"
      WHERE 'BUYERS' IN ("fromAccount", "toAccount") GROUP BY 1, 2)
    SELECT w."orderId"::text, n."number", w."currency", w.amount::float8 AS "amountMinor"
    FROM owed w JOIN LATERAL (SELECT o."number" FROM orders.order_money o WHERE o."orderId" = w."orderId" LIMIT 1) n ON true
    WHERE w.amount <> 0 ORDER BY abs(w.amount) DESC, 2 LIMIT ${mostFaults}`;
}

/** The last proof, with what did not agree and what is open with buyers; null before the first one. */
export async function getLastBooksProof({ db }: Pick<Reading, 'db'>) {
  const last = await db.moneyProof.findFirst({
    orderBy: { at: 'desc' },
    select: { at: true, orders: true, faults: true, open: true },
  });
  if (!last) return null;
  return { ...last, faults: z.array(fault).parse(last.faults), open: z.array(open).parse(last.open) };
}
