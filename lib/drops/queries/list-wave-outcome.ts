import type { Reading } from '@/lib/core/context';

export type Winner = { memberId: string; locale: string; claimId: string; heldUntil: Date; variant: string; variantZh: string };
export type Unlucky = { memberId: string; locale: string; place: number };

/** Who was given a unit when a wave was decided and still has it, and who waits now, each at which place of their variant's list. */
export async function listWaveOutcome({ db }: Pick<Reading, 'db'>, { waveId, dropId }: { waveId: string; dropId: string }) {
  const drop = await db.drop.findUnique({ where: { id: dropId }, select: { slug: true, title: true, titleZh: true, mode: true } });
  const winners = await db.$queryRaw<Winner[]>`
    SELECT e."memberId", m."locale", c."id" AS "claimId", c."heldUntil", v."title" AS variant, v."titleZh" AS "variantZh"
    FROM "Entry" e JOIN "Claim" c ON c."id" = e."claimId" AND c."state" = 'HELD' JOIN "Member" m ON m."id" = e."memberId"
    JOIN "Allotment" a ON a."id" = c."allotmentId" JOIN "Variant" v ON v."id" = a."variantId"
    WHERE e."waveId" = ${waveId}::uuid AND e."state" = 'WON' ORDER BY e."rank"`;
  const unlucky = await db.$queryRaw<Unlucky[]>`
    WITH line AS (
      SELECT "memberId", row_number() OVER (PARTITION BY "variantId" ORDER BY "id")::int AS place
      FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid AND "endedAt" IS NULL
    )
    SELECT e."memberId", m."locale", line.place FROM "Entry" e JOIN line ON line."memberId" = e."memberId" JOIN "Member" m ON m."id" = e."memberId"
    WHERE e."waveId" = ${waveId}::uuid AND e."state" = 'LOST' ORDER BY e."rank"`;
  return { drop, winners, unlucky };
}
