import type { Reading } from '@/lib/core/context';

export type SeenSession = { id: string; browser: string | null; system: string | null; createdAt: Date; seenAt: Date };

const most = 50;

/** The sessions of a member that still open something, the ones seen last first; fifty at most. */
export async function listSessions(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { memberId }: { memberId: string },
): Promise<SeenSession[]> {
  return db.$queryRaw<SeenSession[]>`
    SELECT s."id", s."browser", s."system", s."createdAt", s."seenAt"
    FROM "MemberSession" s JOIN "Member" m ON m."id" = s."memberId" AND m."sessionVersion" = s."version"
    WHERE s."memberId" = ${memberId}::uuid AND s."until" > ${now} AND NOT EXISTS (SELECT FROM "EndedSession" e WHERE e."id" = s."id")
    ORDER BY s."seenAt" DESC, s."id" LIMIT ${most}`;
}

/** The version that new sessions of an account carry; nothing where the address has none. */
export async function getSessionVersion(
  { db }: Pick<Reading, 'db'>,
  where: { email: string },
): Promise<number | undefined> {
  return (await db.member.findUnique({ where, select: { sessionVersion: true } }))?.sessionVersion;
}
