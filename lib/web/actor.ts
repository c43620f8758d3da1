import { guest, type Actor, type SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';

import type { Session } from './token';

/** The member behind a session, read afresh: a ban, a role or "sign out everywhere" acts at once. One statement. */
export async function actorOf(session: Session | null, ip?: string): Promise<Actor> {
  if (!session) return { ...guest, ip };
  const [member] = await db.$queryRaw<Row[]>`
    SELECT m."id", m."handle", m."name", m."avatar", m."locale", m."trust", m."emailVerifiedAt" IS NOT NULL AS confirmed,
      ARRAY(SELECT r."role"::text FROM "MemberRole" r WHERE r."memberId" = m."id") AS roles
    FROM "Member" m WHERE m."id" = ${session.memberId}::uuid AND m."sessionVersion" = ${session.version}
      AND NOT EXISTS (SELECT 1 FROM "Suspension" s WHERE s."memberId" = m."id" AND s."liftedAt" IS NULL AND (s."until" IS NULL OR s."until" > ${clock()}))`;
  return member ? { kind: 'member', ...member, ip, suspended: false } : { ...guest, ip };
}

type Row = Pick<SignedIn, 'id' | 'handle' | 'name' | 'avatar' | 'locale' | 'trust' | 'confirmed' | 'roles'>;
