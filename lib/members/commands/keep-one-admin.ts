import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { activeSuspension } from '../published';

/**
 * Refuses when nobody else would be left who can sign in as an administrator: one who is suspended, or
 * whose address nobody proved, cannot, and one whose role has an end will not. The rows are locked until the commit, so that two administrators who act on each other at once do not both succeed.
 */
export async function keepOneAdmin(ctx: Ctx, memberId: string): Promise<void> {
  const rows = await ctx.db.$queryRaw<{ memberId: string }[]>`
    SELECT "memberId" FROM "Grant" WHERE "roleKey" = 'ADMIN' AND "scopeType" IS NULL AND "until" IS NULL ORDER BY "memberId" FOR UPDATE`;
  const others = rows.map((row) => row.memberId).filter((id) => id !== memberId);
  const able =
    others.length === 0
      ? 0
      : await ctx.db.member.count({
          where: {
            id: { in: others },
            emailVerifiedAt: { not: null },
            suspensions: { none: activeSuspension(ctx.now) },
          },
        });
  if (able === 0) throw new Refused('last-admin', 'the last administrator who can sign in stays', { field: 'role' });
}
