import type { Reading } from '@/lib/core/context';

import { isWaitingEntry } from '../scopes';

type Counts = { running: number; upcoming: number; announced: number };

/**
 * Announced drops: how many run, how many are to come, and how many there are. One runs while a wave of it is open, its entries are not
 * decided, or a unit of it is held for somebody who has yet to pay.
 */
export async function countAnnounced({ db, now }: Pick<Reading, 'db' | 'now'>): Promise<Counts> {
  const [row] = await db.$queryRaw<Counts[]>`
    WITH d AS (SELECT "id", "cancelledAt" IS NULL AS standing FROM "Drop" WHERE "announcedAt" IS NOT NULL)
    SELECT count(*)::int AS "announced",
      (count(*) FILTER (WHERE standing AND EXISTS (SELECT 1 FROM "Wave" w WHERE w."dropId" = d."id" AND w."opensAt" > ${now}::timestamptz)))::int AS "upcoming",
      (count(*) FILTER (WHERE standing AND (
        EXISTS (SELECT 1 FROM "Wave" w WHERE w."dropId" = d."id" AND w."opensAt" <= ${now}::timestamptz AND w."closesAt" > ${now}::timestamptz)
        OR EXISTS (SELECT 1 FROM "Wave" w JOIN "Entry" ON "Entry"."waveId" = w."id" WHERE w."dropId" = d."id" AND ${isWaitingEntry})
        OR EXISTS (SELECT 1 FROM "Claim" c WHERE c."dropId" = d."id" AND c."state" = 'HELD'))))::int AS "running"
    FROM d`;
  return row!;
}
