import { memberId as idOf } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { lockMember } from './end-pending-codes';

/**
 * Holds the actor's member until the commit, and answers their id: of two who change how the account is entered, the second waits. Refuses
 * with signed-out where the session that asks was ended meanwhile: what an account is entered by never comes from a session that is over.
 */
export async function holdSession(ctx: Ctx): Promise<string> {
  const memberId = found(idOf(ctx.actor));
  const { sessionVersion } = await lockMember(ctx, { memberId });
  const session = ctx.actor.kind === 'member' ? ctx.actor.session : undefined;
  if (!session) return memberId;
  const ended = await ctx.db.endedSession.count({ where: { id: session.id } });
  allow(sessionVersion === session.version && ended === 0, 'signed-out');
  return memberId;
}
