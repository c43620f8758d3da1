import { guest, type Actor } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';

import type { Session } from './token';

/** The member behind a session, read afresh: a ban, a role or "sign out everywhere" acts at once. One statement. */
export async function actorOf(session: Session | null, ip?: string): Promise<Actor> {
  if (!session) return { ...guest, ip };
  const now = clock();
  const member = await db.member.findUnique({
    where: { id: session.memberId, sessionVersion: session.version },
    relationLoadStrategy: 'join',
    select: {
      id: true, handle: true, name: true, avatar: true, locale: true, trust: true, emailVerifiedAt: true,
      roles: { select: { role: true } },
      suspensions: { where: { liftedAt: null, OR: [{ until: null }, { until: { gt: now } }] }, select: { id: true }, take: 1 },
    },
  });
  if (!member || member.suspensions.length > 0) return { ...guest, ip };
  const { id, handle, name, avatar, locale, trust } = member;
  return {
    kind: 'member', id, handle, name, avatar, locale, trust, ip,
    roles: member.roles.map(({ role }) => role),
    confirmed: member.emailVerifiedAt !== null,
    suspended: false,
  };
}
