/** What the books say of each order beside what its rows do. Each proof answers the figures that do not agree, the first hundred by the orders' numbers. */
import { z } from 'zod';

import type { Ctx } from '@/lib/core/context';
import { Prisma } from '@/lib/core/prisma-client/client';
import { after, minute } from '@/lib/core/time';

export const mostFaults = 100;

/** Money of an order of which the books say something else than its rows do, in minor units. */
export const fault = z.object({
  check: z.enum([
    'buyers',
    'gateway',
    'sold',
    'shipping',
    'tax',
    'taxBack',
    'disputed',
    'lost',
    'reported',
    'credit',
    'spent',
    'given',
    'balance',
    'moved',
  ]),
  orderId: z.string(),
  number: z.string(),
  currency: z.string(),
  says: z.number(),
  proved: z.number(),
});
export type MoneyFault = z.infer<typeof fault>;

// What an account took in less what it gave.
const into = (...accounts: string[]) => Prisma.sql`
  (CASE WHEN "toAccount"::text = ANY (${accounts}) THEN "amountMinor" ELSE 0 END - CASE WHEN "fromAccount"::text = ANY (${accounts}) THEN "amountMinor" ELSE 0 END)`;

// Orders that changed since the books were written last are not written yet, and no fault.
const numbered = (compared: Prisma.Sql) => Prisma.sql`
  SELECT c."check", coalesce(c."orderId"::text, '') AS "orderId", coalesce(n."number", '') AS "number", c."currency", c.says::float8 AS says, c.proved::float8 AS proved
  FROM (${compared}) c LEFT JOIN LATERAL (SELECT o."number", o."place" FROM orders.order_money o WHERE o."orderId" = c."orderId" LIMIT 1) n ON true
  WHERE abs(c.says - c.proved) > c.within AND (n."number" IS NULL OR n."place" <= (SELECT max(w."place") FROM "MoneyCursor" w)) ORDER BY 3, 1 LIMIT ${mostFaults}`;

/**
 * What each buyer owes or is owed, what was sold, its shipping and its tax, and how much of what went back was tax. That is rounded with every refund, and
 * so told to a unit of each.
 */
export async function proveSums({ db }: Ctx, skips: string): Promise<MoneyFault[]> {
  return db.$queryRaw<MoneyFault[]>(
    numbered(Prisma.sql`
    WITH booked AS (
      SELECT "orderId", "currency", sum(${into('BUYERS')}) AS buyers,
        sum(CASE WHEN "fromAccount" IN ('SALES', 'SHIPPING') THEN "amountMinor" ELSE 0 END) AS sold,
        sum(CASE WHEN "fromAccount" = 'SHIPPING' THEN "amountMinor" ELSE 0 END) AS shipping,
        sum(CASE WHEN "fromAccount" = 'TAX' AND "cause" = 'SALE' THEN "amountMinor" ELSE 0 END) AS tax,
        sum(CASE WHEN "cause" <> 'SALE' THEN ${into('TAX')} ELSE 0 END) AS "taxBack"
      FROM "MoneyMove" GROUP BY 1, 2
    ), rows AS (
      SELECT "orderId", "currency", sum("came") AS came, sum("back") AS back, coalesce(max("sold"), 0) AS sold, coalesce(max("soldNet"), 0) AS net,
        coalesce(max("soldShipping"), 0) AS shipping, coalesce(sum("takenBack"), 0) AS taken, sum("refunds") AS refunds
      FROM orders.order_money WHERE "provider" <> ${skips} GROUP BY 1, 2
    ), both_sides AS (
      SELECT coalesce(b."orderId", r."orderId") AS "orderId", coalesce(b."currency", r."currency") AS "currency", coalesce(b.buyers, 0) AS buyers,
        coalesce(b.sold, 0) AS sold, coalesce(b.shipping, 0) AS shipping, coalesce(b.tax, 0) AS tax, coalesce(b."taxBack", 0) AS "taxBack",
        coalesce(r.came, 0) AS came, coalesce(r.back, 0) AS back, coalesce(r.sold, 0) AS "rowSold", coalesce(r.net, 0) AS net,
        coalesce(r.shipping, 0) AS "rowShipping", coalesce(r.refunds, 0) AS refunds, CASE WHEN r.sold > 0 THEN least(r.taken, r.sold) ELSE 0 END AS taken
      FROM booked b FULL JOIN rows r ON r."orderId" = b."orderId" AND r."currency" = b."currency"
    )
    SELECT "orderId", "currency", 'buyers' AS "check", buyers AS says, "rowSold" - taken - came + back AS proved, 0 AS within FROM both_sides
    UNION ALL SELECT "orderId", "currency", 'sold', sold, net, 0 FROM both_sides
    UNION ALL SELECT "orderId", "currency", 'shipping', shipping, "rowShipping", 0 FROM both_sides
    UNION ALL SELECT "orderId", "currency", 'tax', tax, "rowSold" - net, 0 FROM both_sides
    UNION ALL SELECT "orderId", "currency", 'taxBack', "taxBack", CASE WHEN "rowSold" > 0 THEN round(taken * ("rowSold" - net) / "rowSold") ELSE 0 END, refunds
      FROM both_sides`),
  );
}

/** What each gateway holds of an order, what banks hold of that while it is disputed, and what was lost to them. */
export async function proveHeld({ db }: Ctx, skips: string): Promise<MoneyFault[]> {
  return db.$queryRaw<MoneyFault[]>(
    numbered(Prisma.sql`
    WITH booked AS (
      SELECT "orderId", "currency", coalesce("provider", '') AS provider, sum(${into('GATEWAY', 'CREDIT', 'DISPUTED', 'LOST')}) AS gateway,
        sum(${into('DISPUTED')}) AS disputed, sum(${into('LOST')}) AS lost
      FROM "MoneyMove" WHERE "orderId" IS NOT NULL AND ARRAY["fromAccount", "toAccount"]::text[] && ARRAY['GATEWAY', 'CREDIT', 'DISPUTED', 'LOST'] GROUP BY 1, 2, 3
    ), rows AS (
      SELECT "orderId", "currency", "provider", gateway, coalesce(d."open", 0) AS disputed, coalesce(d."lost", 0) AS lost
      FROM (SELECT "orderId", "currency", "holder" AS "provider", sum("minor") AS gateway FROM orders.money_held WHERE "payer" <> ${skips} GROUP BY 1, 2, 3) h
        LEFT JOIN orders.order_disputed d USING ("orderId", "currency", "provider")
    ), both_sides AS (
      SELECT "orderId", "currency", provider, coalesce(b.gateway, 0) AS gateway, coalesce(r.gateway, 0) AS "rowGateway", coalesce(b.disputed, 0) AS disputed,
        coalesce(r.disputed, 0) AS "rowDisputed", coalesce(b.lost, 0) AS lost, coalesce(r.lost, 0) AS "rowLost"
      FROM booked b FULL JOIN rows r USING ("orderId", "currency", "provider")
    ), compared AS (
      SELECT "orderId", "currency", CASE WHEN provider = 'credit' THEN 'credit' ELSE 'gateway' END AS "check", gateway AS says, "rowGateway" AS proved FROM both_sides
      UNION ALL SELECT "orderId", "currency", 'disputed', disputed, "rowDisputed" FROM both_sides
      UNION ALL SELECT "orderId", "currency", 'lost', lost, "rowLost" FROM both_sides
    )
    SELECT DISTINCT ON ("orderId", "currency", "check") *, 0 AS within FROM compared WHERE says <> proved`),
  );
}

/** What reports of sales name: the country, the rate and the market of what was sold and taken back, and the moment of the sale. What is booked elsewhere is missing there. */
export async function proveReported({ db }: Ctx, skips: string): Promise<MoneyFault[]> {
  return db.$queryRaw<MoneyFault[]>(
    numbered(Prisma.sql`
    WITH rows AS (
      SELECT "orderId", "currency", max("sold") AS sold, least(sum("takenBack"), max("sold")) AS taken, max("paidAt") AS at, max("market") AS market,
        max("country") AS country, max("taxPpm") AS ppm
      FROM orders.order_money WHERE "provider" <> ${skips} GROUP BY 1, 2 HAVING max("sold") > 0
    )
    SELECT r."orderId", r."currency", 'reported' AS "check", r.sold - r.taken AS proved, 0 AS within,
      coalesce(sum(m."amountMinor") FILTER (WHERE m."cause" = 'SALE' AND m."at" = r.at), 0) - coalesce(sum(m."amountMinor") FILTER (WHERE m."cause" = 'CREDIT'), 0)
        + coalesce(sum(m."amountMinor") FILTER (WHERE m."cause" = 'REFUND_FAILED' AND m."toAccount" = 'BUYERS'), 0) AS says
    FROM rows r LEFT JOIN "MoneyMove" m ON m."orderId" = r."orderId" AND m."currency" = r."currency" AND m."country" = r.country AND m."market" = r.market
      AND m."taxPpm"::text = r.ppm
    GROUP BY r."orderId", r."currency", r.sold, r.taken`),
  );
}

/**
 * What balances of credit say beside the books: of each order what was spent and came back; of what was given, taken away and expired, each entry; of
 * each balance the sum of its entries; and what went from cards to balances, which comes to nothing. What was given a moment ago may not be booked yet.
 */
export async function proveCredit({ db, now }: Ctx): Promise<MoneyFault[]> {
  const before = after(now, -5 * minute);
  return db.$queryRaw<MoneyFault[]>(
    numbered(Prisma.sql`
    WITH booked AS (
      SELECT "orderId", "currency", sum(${into('CREDIT')}) AS minor FROM "MoneyMove" WHERE "orderId" IS NOT NULL AND 'CREDIT' IN ("fromAccount", "toAccount") GROUP BY 1, 2
    ), moved AS (
      SELECT "orderId", "currency", -sum("amountMinor") AS minor FROM credit.credit_entry WHERE "orderId" IS NOT NULL GROUP BY 1, 2
    ), given AS (
      SELECT e."currency", coalesce(CASE WHEN m."fromAccount" = 'CREDIT' THEN m."amountMinor" ELSE -m."amountMinor" END, 0) AS says, e."amountMinor" AS proved
      FROM credit.credit_entry e LEFT JOIN "MoneyMove" m ON m."key" = 'given:' || e."id" WHERE e."orderId" IS NULL AND e."kind" <> 'MOVED' AND e."at" < ${before}::timestamptz
    ), summed AS (
      SELECT a."currency", a."balanceMinor" AS says, coalesce(e.minor, 0) AS proved FROM credit.credit_account a
      LEFT JOIN (SELECT "accountId", sum("amountMinor") AS minor FROM credit.credit_entry GROUP BY 1) e ON e."accountId" = a."id"
    )
    SELECT "orderId", "currency", 'spent' AS "check", coalesce(b.minor, 0) AS says, coalesce(m.minor, 0) AS proved, 0 AS within
      FROM booked b FULL JOIN moved m USING ("orderId", "currency")
    UNION ALL SELECT NULL, "currency", 'given', sum(says), sum(proved), -1 FROM given WHERE says <> proved GROUP BY 2
    UNION ALL SELECT NULL, "currency", 'moved', sum("amountMinor"), 0, 0 FROM credit.credit_entry WHERE "kind" = 'MOVED' GROUP BY 2
    UNION ALL SELECT NULL, "currency", 'balance', sum(says), sum(proved), -1 FROM summed WHERE says <> proved GROUP BY 2`),
  );
}
