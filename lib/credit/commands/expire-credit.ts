import type { Ctx } from '@/lib/core/context';

import { giveCredit } from './move-credit';

/** Takes what is left of gift cards that have expired out of their balances; answers of how many. Some of them at a time. */
export async function expireCredit(ctx: Ctx, { limit }: { limit: number }): Promise<number> {
  const rows = await ctx.db.$queryRaw<{ accountId: string; amountMinor: bigint }[]>`
    SELECT "id"::text AS "accountId", -"balanceMinor" AS "amountMinor" FROM "CreditAccount"
    WHERE "expiresAt" <= ${ctx.now}::timestamptz AND "balanceMinor" > 0 ORDER BY "id" LIMIT ${limit}::int FOR NO KEY UPDATE SKIP LOCKED`;
  const entries = rows.map(({ accountId, amountMinor }) => ({
    accountId,
    kind: 'EXPIRED' as const,
    amountMinor: Number(amountMinor),
  }));
  return giveCredit(ctx, { entries });
}
