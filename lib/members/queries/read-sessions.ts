import type { SignedIn } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { isNotOver } from '@/lib/core/scopes';

import { isActiveSuspension, isConfirmed } from '../scopes';

/** What a session says of its member, and its own id where it has one. */
export type AskedSession = { memberId: string; version: number; id?: string };

/** The member of a session, by its place in the list, with the roles that they hold as JSON. */
export type SessionMember = Pick<
  SignedIn,
  'id' | 'handle' | 'name' | 'avatar' | 'locale' | 'trust' | 'confirmed' | 'withoutAddress'
> & { place: number; grants: unknown };

/** The members behind sessions: none for one that was ended, is of an older version, or whose member is suspended. One statement. */
export async function readSessions(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  sessions: AskedSession[],
): Promise<SessionMember[]> {
  return db.$queryRaw<SessionMember[]>`
    SELECT asked.place::int, m."id", m."handle", m."name", m."avatar", m."locale", m."trust", ${isConfirmed} AS confirmed,
      (m."emailVerifiedAt" IS NULL AND m."phone" IS NOT NULL) AS "withoutAddress",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('key', r."key", 'name', r."name", 'nameZh', r."nameZh", 'permissions', r."permissions",
          'factor', EXISTS (SELECT FROM "Authenticator" a WHERE a."memberId" = m."id" AND a."secret" IS NOT NULL)
            OR EXISTS (SELECT FROM "Passkey" p WHERE p."memberId" = m."id"),
          'confirmed', EXISTS (SELECT FROM "MemberSession" f WHERE f."id" = asked.session AND f."memberId" = m."id" AND f."confirmedAt" IS NOT NULL)) ORDER BY g."at"), '[]')
        FROM "Grant" g JOIN "StaffRole" r ON r."key" = g."roleKey"
        WHERE g."memberId" = m."id" AND g."scopeType" IS NULL AND ${isNotOver(now)}) AS grants
    FROM unnest(${sessions.map(({ memberId }) => memberId)}::uuid[], ${sessions.map(({ version }) => version)}::int[], ${sessions.map(({ id }) => id ?? null)}::uuid[])
      WITH ORDINALITY AS asked(id, version, session, place)
      JOIN "Member" m ON m."id" = asked.id AND m."sessionVersion" = asked.version
    WHERE m."handle" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Suspension" s WHERE s."memberId" = m."id" AND ${isActiveSuspension(now)})
      AND NOT EXISTS (SELECT 1 FROM "EndedSession" e WHERE e."id" = asked.session)`;
}
