import type { Ctx } from '@/lib/core/context';

/** What of a member's row tells who may enter; null where there is none. */
type Locked = { email: string | null; phone: string | null; sessionVersion: number | null };

/** Holds a member's row until the commit. Whatever uses or ends codes of an account does so first, so that two at once wait for each other. */
export async function lockMember(ctx: Ctx, { memberId }: { memberId: string }): Promise<Locked> {
  const rows = await ctx.db.$queryRaw<
    Locked[]
  >`SELECT "email", "phone", "sessionVersion" FROM "Member" WHERE "id" = ${memberId}::uuid FOR NO KEY UPDATE`;
  return rows[0] ?? { email: null, phone: null, sessionVersion: null };
}

/**
 * Ends every code that was mailed or sent to a phone for a member's account and not used yet: to reset the password, to move to another
 * address, to claim an imported account, to sign in. What was sent before a password, an address, a number or the sessions changed
 * proves nothing any more.
 */
export async function endPendingCodes(ctx: Ctx, { memberId }: { memberId: string }): Promise<void> {
  const { email, phone } = await lockMember(ctx, { memberId });
  const data = { usedAt: ctx.now };
  await ctx.db.emailCode.updateMany({
    where: { usedAt: null, OR: [{ memberId }, ...(email ? [{ email }] : [])] },
    data,
  });
  await ctx.db.phoneCode.updateMany({
    where: { usedAt: null, OR: [{ memberId }, ...(phone ? [{ phone }] : [])] },
    data,
  });
}
