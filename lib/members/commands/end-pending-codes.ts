import type { Ctx } from '@/lib/core/context';

/** What of a member's row tells who may enter; null where there is none. */
type Locked = { email: string | null; sessionVersion: number | null };

/** Holds a member's row until the commit. Whatever uses or ends mailed codes of an account does so first, so that two at once wait for each other. */
export async function lockMember(ctx: Ctx, { memberId }: { memberId: string }): Promise<Locked> {
  const rows = await ctx.db.$queryRaw<
    Locked[]
  >`SELECT "email", "sessionVersion" FROM "Member" WHERE "id" = ${memberId}::uuid FOR NO KEY UPDATE`;
  return rows[0] ?? { email: null, sessionVersion: null };
}

/**
 * Ends every code that was mailed for a member's account and not used yet: to reset the password, to move to another
 * address, to claim an imported account. What was mailed before a password, an address or the sessions changed proves
 * nothing any more.
 */
export async function endPendingCodes(ctx: Ctx, { memberId }: { memberId: string }): Promise<void> {
  const { email } = await lockMember(ctx, { memberId });
  await ctx.db.emailCode.updateMany({
    where: { usedAt: null, OR: [{ memberId }, ...(email ? [{ email }] : [])] },
    data: { usedAt: ctx.now },
  });
}
