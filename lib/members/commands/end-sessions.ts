import type { Ctx } from '@/lib/core/context';
import { sessionsChannel } from '@/lib/core/listen';

import { endPendingCodes } from './end-pending-codes';
import { holdSession } from './hold-session';

/** Ends one session, by the name and the end of its token: a copy of the token opens nothing more. */
export async function endOneSession(ctx: Ctx, { id, until }: { id: string; until: Date }): Promise<void> {
  await ctx.db.endedSession.createMany({ data: [{ id, until }], skipDuplicates: true });
}

/** Ends every session of a member, everywhere and at once, and every code that was mailed for the account. Returns the version that new sessions carry. */
export async function endSessions(ctx: Ctx, { memberId }: { memberId: string }): Promise<{ version: number }> {
  await endPendingCodes(ctx, { memberId });
  const { sessionVersion } = await ctx.db.member.update({
    where: { id: memberId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  await noteEndedSessions(ctx, memberId);
  return { version: sessionVersion };
}

/** Tells every process, at commit, that a member's sessions have ended: what they were given for a moment, such as a pass, ends with them. */
export async function noteEndedSessions(ctx: Ctx, memberId: string): Promise<void> {
  await ctx.db.$executeRaw`SELECT pg_notify(${sessionsChannel}, ${memberId})`;
}

/** Sets the password of the actor's own account; every other session ends. Refuses with signed-out in a session that is over. */
export async function setPassword(ctx: Ctx, { passwordHash }: { passwordHash: string }): Promise<{ version: number }> {
  const memberId = await holdSession(ctx);
  await ctx.db.member.update({ where: { id: memberId }, data: { passwordHash } });
  await ctx.emit('member.passwordReset', { memberId });
  return endSessions(ctx, { memberId });
}
