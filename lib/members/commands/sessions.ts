import { memberId as idOf } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import { after, day, minute } from '@/lib/core/time';

import { readAgent } from '../read-agent';
import { endOneSession, endSessions, noteEndedSessions } from './end-sessions';
import { holdSession } from './hold-session';

/** How often it is written down at most that a session was seen. */
export const seenEveryMs = 10 * minute;

/** Writes down that the actor's session is in use, and with which browser. One that was ended stays ended. */
export async function noteSession({ db, now, actor }: Pick<Ctx, 'db' | 'now' | 'actor'>): Promise<void> {
  if (actor.kind !== 'member' || !actor.session) return;
  const { id, version, until } = actor.session;
  const { browser, system } = readAgent(actor.agent);
  await db.$executeRaw`
    INSERT INTO "MemberSession" AS s ("id", "memberId", "version", "browser", "system", "createdAt", "seenAt", "until")
    SELECT ${id}::uuid, ${actor.id}::uuid, ${version}, ${browser}, ${system}, ${now}::timestamptz, ${now}::timestamptz, ${until}::timestamptz
    WHERE NOT EXISTS (SELECT FROM "EndedSession" e WHERE e."id" = ${id}::uuid)
    ON CONFLICT ("id") DO UPDATE SET "version" = EXCLUDED."version", "browser" = EXCLUDED."browser", "system" = EXCLUDED."system",
      "seenAt" = EXCLUDED."seenAt", "until" = EXCLUDED."until"
    WHERE s."memberId" = EXCLUDED."memberId"
      AND (s."seenAt" <= ${after(now, -seenEveryMs)} OR s."version" < EXCLUDED."version")`;
}

/** Ends one session of the actor's own, on whatever device. */
export async function endOwnSession(ctx: Ctx, { sessionId }: { sessionId: string }): Promise<void> {
  const memberId = found(idOf(ctx.actor));
  found(await ctx.db.memberSession.findFirst({ where: { id: sessionId, memberId }, select: { id: true } }));
  // A token lives for thirty days, and may have been renewed since the session was last seen.
  await endOneSession(ctx, { id: sessionId, until: after(ctx.now, 60 * day) });
  await noteEndedSessions(ctx, memberId);
}

/** Ends all sessions of the actor but the one that asks, known or not; answers the version under which this one goes on. Refuses with signed-out in a session that is over. */
export async function endOtherSessions(ctx: Ctx): Promise<{ version: number }> {
  return endSessions(ctx, { memberId: await holdSession(ctx) });
}
