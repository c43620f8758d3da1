import { Prisma } from '@/lib/core/prisma-client/client';
import type { Raw } from '@/lib/core/raw';

/** A repair that stays as it is until the commit; nothing where there is none. */
export async function lockRepair(db: Raw, repairId: string): Promise<string | undefined> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Repair" WHERE "id" = ${repairId}::uuid FOR UPDATE`;
  return rows[0]?.id;
}

export type RepairFigures = { count: number; medianHours: number | null; p90Hours: number | null; again: number };

/**
 * Of the repairs that were handed over after a moment: how many, how long the workshop had them (the median, and what nine of ten stayed below, in hours),
 * and how many were of a unit that another repair was handed over of in so many days before.
 */
export async function readFigures(
  db: Raw,
  { since, againDays }: { since: Date; againDays: number },
): Promise<RepairFigures> {
  const rows = await db.$queryRaw<RepairFigures[]>`
    SELECT ${figuresOf(againDays)} FROM "Repair" r WHERE r."handedOverAt" >= ${since}::timestamptz AND r."receivedAt" IS NOT NULL`;
  return rows[0]!;
}

export type PointFigures = RepairFigures & { pointId: string; /** How many are there now. */ backlog: number };

/** The same by the service point that they were brought to, of points that handed over so many at least, with how many are there now. */
export async function readPointFigures(
  db: Raw,
  { since, againDays, least }: { since: Date; againDays: number; least: number },
): Promise<PointFigures[]> {
  return db.$queryRaw<PointFigures[]>`
    SELECT r."pointId"::text AS "pointId", ${figuresOf(againDays)},
      (SELECT count(*)::int FROM "Repair" w WHERE w."pointId" = r."pointId" AND w."receivedAt" IS NOT NULL AND w."handedOverAt" IS NULL) AS backlog
    FROM "Repair" r WHERE r."pointId" IS NOT NULL AND r."handedOverAt" >= ${since}::timestamptz AND r."receivedAt" IS NOT NULL
    GROUP BY r."pointId" HAVING count(*) >= ${least}`;
}

function figuresOf(againDays: number): Prisma.Sql {
  const hours = Prisma.sql`extract(epoch FROM r."handedOverAt" - r."receivedAt") / 3600`;
  return Prisma.sql`count(*)::int AS count,
    (percentile_cont(0.5) WITHIN GROUP (ORDER BY ${hours}))::float8 AS "medianHours",
    (percentile_cont(0.9) WITHIN GROUP (ORDER BY ${hours}))::float8 AS "p90Hours",
    (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM "Repair" b WHERE b."unitId" = r."unitId" AND b."id" <> r."id"
      AND b."handedOverAt" <= r."createdAt" AND b."handedOverAt" > r."createdAt" - make_interval(days => ${againDays}::int))))::int AS again`;
}
