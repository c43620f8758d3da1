import { z } from 'zod';

import type { Ctx, Reading } from '@/lib/core/context';
import { day } from '@/lib/core/time';

import { fault, mostFaults, proveCredit, proveHeld, proveReported, proveSums, type MoneyFault } from './proofs';

export type { MoneyFault } from './proofs';

const open = z.object({ orderId: z.string(), number: z.string(), currency: z.string(), amountMinor: z.number() });
/** An order whose buyer owes something, or is owed it where the amount is below nothing: money that came twice or late waits to go back. */
export type OpenOrder = z.infer<typeof open>;

/**
 * Proves the books against the rows of all orders, by sums that are reckoned in another way than the books were written, and keeps what does not agree.
 * `skips` names a gateway whose payments are no money.
 */
export async function proveBooks(ctx: Ctx, { skips }: { skips: string | null }): Promise<MoneyFault[]> {
  const skipped = skips ?? '';
  const found = [
    await proveSums(ctx, skipped),
    await proveHeld(ctx, skipped),
    await proveReported(ctx, skipped),
    await proveCredit(ctx),
  ].flat();
  const faults = found
    .toSorted((one, two) => one.number.localeCompare(two.number) || one.check.localeCompare(two.check))
    .slice(0, mostFaults);
  const orders = await ctx.db.moneyMove.count({ where: { cause: 'SALE', fromAccount: 'SALES' } });
  const data = { at: ctx.now, orders, faults, open: await listOpen(ctx) };
  await ctx.db.moneyProof.create({ data, select: { id: true } });
  // One of a clock that went ahead would be the last for as long.
  const outdated = [{ at: { lt: new Date(ctx.now.getTime() - 400 * day) } }, { at: { gt: ctx.now } }];
  await ctx.db.moneyProof.deleteMany({ where: { OR: outdated } });
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
