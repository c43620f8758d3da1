import { isMember } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { after, hour } from '@/lib/core/time';

import type { UsedKey } from '../queries';

/** Writes down that a key was used, at most once an hour. */
export async function noteUse(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const before = after(ctx.now, -hour);
  await ctx.db.apiKey.updateMany({
    where: { id, OR: [{ usedAt: null }, { usedAt: { lte: before } }] },
    data: { usedAt: ctx.now },
  });
}

/**
 * Counts that a key reads the address of an order. Each hour's 1st, 10th, 100th and so on is written into the audit log: at most a handful of
 * rows, which tell how many there were.
 */
export async function noteAddressRead(ctx: Ctx, { id, name }: Pick<UsedKey, 'id' | 'name'>): Promise<void> {
  allow(isMember(ctx.actor) && ctx.actor.apiKey !== undefined);
  const over = after(ctx.now, -hour);
  const [row] = await ctx.db.$queryRaw<{ reads: number }[]>`
    UPDATE "ApiKey" SET
      "reads" = CASE WHEN "readsFrom" > ${over}::timestamptz THEN "reads" + 1 ELSE 1 END,
      "readsFrom" = CASE WHEN "readsFrom" > ${over}::timestamptz THEN "readsFrom" ELSE ${ctx.now}::timestamptz END
    WHERE "id" = ${id}::uuid RETURNING "reads"`;
  const count = row?.reads ?? 0;
  if (/^10*$/.test(String(count)))
    await audit(ctx, { act: 'apiKey.readAddresses', subject: ['apiKey', id], detail: { name, count } });
}
