import type { Ctx } from '@/lib/core/context';

/** Ends every session of a member, everywhere and at once. Returns the version that new sessions carry. */
export async function endSessions(ctx: Ctx, { memberId }: { memberId: string }): Promise<{ version: number }> {
  const { sessionVersion } = await ctx.db.member.update({
    where: { id: memberId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  return { version: sessionVersion };
}

/** Sets a member's password; every other session ends. */
export async function setPassword(ctx: Ctx, { memberId, passwordHash }: { memberId: string; passwordHash: string }): Promise<{ version: number }> {
  await ctx.db.member.update({ where: { id: memberId }, data: { passwordHash } });
  await ctx.emit('member.passwordReset', { memberId });
  return endSessions(ctx, { memberId });
}
