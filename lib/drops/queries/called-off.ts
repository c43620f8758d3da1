import type { Reading } from '@/lib/core/context';

import { isStillWaiting, isWaitingEntry, isUsableCode } from '../scopes';

/** Who is bound to a drop now, without having paid: what calling it off would end. */
export type Bound = { held: number; reserved: number; waiting: number; entered: number; codes: number };

/** Counts them. */
export async function countBound(
  { db, now }: Pick<Reading, 'db' | 'now'>,
  { dropId }: { dropId: string },
): Promise<Bound> {
  const rows = await db.$queryRaw<Bound[]>`
    SELECT (SELECT count(*)::int FROM "Claim" WHERE "dropId" = ${dropId}::uuid AND "state" <> 'RELEASED' AND "state" = 'HELD') AS held,
      (SELECT count(*)::int FROM "Reservation" WHERE "dropId" = ${dropId}::uuid) AS reserved,
      (SELECT count(*)::int FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid AND ${isStillWaiting}) AS waiting,
      (SELECT count(*)::int FROM "Entry" WHERE "waveId" IN (SELECT "id" FROM "Wave" WHERE "dropId" = ${dropId}::uuid) AND ${isWaitingEntry}) AS entered,
      (SELECT count(*)::int FROM "FCode" WHERE "dropId" = ${dropId}::uuid AND ${isUsableCode(now)}) AS codes`;
  return rows[0]!;
}

/** A drop that was called off, with the fields of its notice. */
export async function getCalledOff({ db }: Pick<Reading, 'db'>, { dropId }: { dropId: string }) {
  const drop = await db.drop.findUnique({
    where: { id: dropId },
    select: { slug: true, title: true, titleZh: true, announcedAt: true, cancelledAt: true, cancelReason: true },
  });
  return drop?.announcedAt && drop.cancelledAt ? { ...drop, cancelledAt: drop.cancelledAt } : null;
}

/** Members who reserved while a wave was still to close, and who entered, waited, held a unit or were given a code of their own until a drop was called off, and have paid for no unit of it. */
export async function listCalledOff(
  { db }: Pick<Reading, 'db'>,
  { dropId, at }: { dropId: string; at: Date },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT bound.id FROM (
      SELECT "memberId" AS id FROM "Reservation" WHERE "dropId" = ${dropId}::uuid AND EXISTS (SELECT 1 FROM "Wave" WHERE "dropId" = ${dropId}::uuid AND "closesAt" > ${at}::timestamptz)
      UNION SELECT "memberId" FROM "Entry" WHERE "waveId" IN (SELECT "id" FROM "Wave" WHERE "dropId" = ${dropId}::uuid) AND ${isWaitingEntry}
      UNION SELECT "memberId" FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid AND (${isStillWaiting} OR "endedAt" = ${at}::timestamptz)
      UNION SELECT "memberId" FROM "Claim" WHERE "dropId" = ${dropId}::uuid AND "state" = 'RELEASED' AND "endedWhy" = 'CANCELLED'
      UNION SELECT "boundToId" FROM "FCode" WHERE "dropId" = ${dropId}::uuid AND "boundToId" IS NOT NULL AND ${isUsableCode(at)}
    ) bound WHERE NOT EXISTS (
      SELECT 1 FROM "Claim" c WHERE c."dropId" = ${dropId}::uuid AND c."memberId" = bound.id
        AND (c."state" = 'PAID' OR c."state" = 'RELEASED' AND c."endedWhy" = 'REFUNDED' AND c."endedAt" >= ${at}::timestamptz)
    ) ORDER BY 1`;
  return rows.map(({ id }) => id);
}
