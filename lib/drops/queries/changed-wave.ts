import type { Reading } from '@/lib/core/context';

import { isStillWaiting, isUsableCode, standingDrop } from '../scopes';

/** A wave of a public drop that was not called off, with the fields of its notices. */
export async function getChangedWave({ db, now }: Pick<Reading, 'db' | 'now'>, { waveId }: { waveId: string }) {
  return db.wave.findFirst({
    where: { id: waveId, closesAt: { gt: now }, drop: standingDrop },
    select: {
      opensAt: true,
      closesAt: true,
      moveReason: true,
      drop: { select: { id: true, slug: true, title: true, titleZh: true } },
    },
  });
}

/** Members who reserved in a drop or wait for a unit of it, and hold or own none. */
export async function listHopeful({ db }: Pick<Reading, 'db'>, { dropId }: { dropId: string }): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT hopeful.id FROM (
      SELECT "memberId" AS id FROM "Reservation" WHERE "dropId" = ${dropId}::uuid
      UNION SELECT "memberId" FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid AND ${isStillWaiting}
    ) hopeful WHERE NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = ${dropId}::uuid AND c."memberId" = hopeful.id AND c."state" <> 'RELEASED') ORDER BY 1`;
  return rows.map(({ id }) => id);
}

/** Members who reserved in a drop, wait for a unit of it or have a code of their own for it, and hold or own none. */
export async function listAwaiting(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { dropId }: { dropId: string },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT awaiting.id FROM (
      SELECT "memberId" AS id FROM "Reservation" WHERE "dropId" = ${dropId}::uuid
      UNION SELECT "memberId" FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid AND ${isStillWaiting}
      UNION SELECT "boundToId" FROM "FCode" WHERE "dropId" = ${dropId}::uuid AND "boundToId" IS NOT NULL AND ${isUsableCode(now)}
    ) awaiting WHERE NOT EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = ${dropId}::uuid AND c."memberId" = awaiting.id AND c."state" <> 'RELEASED') ORDER BY 1`;
  return rows.map(({ id }) => id);
}
