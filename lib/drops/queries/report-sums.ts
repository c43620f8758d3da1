import type { Db } from '@/lib/core/db';

/** What a ledger's rows add up to: units offered, added and carried; and how often one was given, given back, paid for and refunded. */
export type Sums = {
  offered: number;
  added: number;
  carriedIn: number;
  carriedOut: number;
  claimed: number;
  released: number;
  paid: number;
  refunded: number;
  first: Date | null;
  last: Date | null;
};

/** The sums of each allotment's ledger. */
export async function sumMovements(db: Db, allotmentIds: string[]): Promise<Map<string, Sums>> {
  const rows = await db.$queryRaw<(Sums & { id: string })[]>`
    SELECT "allotmentId" AS id,
      coalesce(sum("delta") FILTER (WHERE "kind" = 'OFFERED'), 0)::int AS offered,
      coalesce(sum("delta") FILTER (WHERE "kind" = 'ADDED'), 0)::int AS added,
      coalesce(sum("delta") FILTER (WHERE "kind" = 'CARRIED_IN'), 0)::int AS "carriedIn",
      coalesce(-sum("delta") FILTER (WHERE "kind" = 'CARRIED_OUT'), 0)::int AS "carriedOut",
      (count(*) FILTER (WHERE "kind" = 'CLAIMED'))::int AS claimed,
      (count(*) FILTER (WHERE "kind" = 'RELEASED'))::int AS released,
      (count(*) FILTER (WHERE "kind" = 'PAID'))::int AS paid,
      (count(*) FILTER (WHERE "kind" = 'RETURNED'))::int AS refunded,
      min("at") FILTER (WHERE "kind" = 'CLAIMED') AS first,
      max("at") FILTER (WHERE "kind" = 'CLAIMED') AS last
    FROM "UnitMovement" WHERE "allotmentId" = ANY(${allotmentIds}::uuid[]) GROUP BY 1`;
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}

/**
 * When each wave first had nothing left on offer. What the plan offered was there from the beginning, and what moved at the
 * same moment counts together; units held back for F-codes were not on offer, and those carried over were not taken.
 */
export async function listGone(db: Db, dropId: string): Promise<Map<string, Date>> {
  const rows = await db.$queryRaw<{ id: string; at: Date }[]>`
    SELECT id, min(at) AS at FROM (
      SELECT w."id", w."opensAt", m."at" AS at, sum(m."delta") OVER (PARTITION BY w."id" ORDER BY CASE WHEN m."kind" = 'OFFERED' THEN '-infinity' ELSE m."at" END) AS left_over
      FROM "Wave" w JOIN "Allotment" a ON a."waveId" = w."id" JOIN "UnitMovement" m ON m."allotmentId" = a."id"
      WHERE w."dropId" = ${dropId}::uuid AND a."channel" <> 'FCODE' AND m."delta" <> 0 AND m."kind" <> 'CARRIED_OUT'
    ) steps WHERE left_over = 0 AND at >= "opensAt" GROUP BY 1`;
  return new Map(rows.map(({ id, at }) => [id, at]));
}

const mostAdded = 100;

/** Units that were added after the plan, the earliest first. */
export async function listAdded(
  db: Db,
  allotmentIds: string[],
): Promise<{ allotmentId: string; seq: number; units: number; at: Date }[]> {
  const rows = await db.unitMovement.findMany({
    where: { allotmentId: { in: allotmentIds }, kind: 'ADDED' },
    orderBy: [{ at: 'asc' }, { allotmentId: 'asc' }, { seq: 'asc' }],
    take: mostAdded,
    select: { allotmentId: true, seq: true, delta: true, at: true },
  });
  return rows.map(({ delta, ...row }) => ({ ...row, units: delta }));
}

/** Who asked: entrants by allotment, reservations and places in the waiting list by variant; and units taken back for a limit at payment. */
export async function countDemand(
  db: Db,
  dropId: string,
): Promise<{ what: 'entrant' | 'reserved' | 'waited' | 'limit'; of: string; count: number }[]> {
  return db.$queryRaw`
    SELECT 'entrant' AS what, "allotmentId" AS of, count(*)::int AS count FROM "Entry" WHERE "waveId" IN (SELECT "id" FROM "Wave" WHERE "dropId" = ${dropId}::uuid) GROUP BY 2
    UNION ALL SELECT 'reserved', "variantId", count(*)::int FROM "Reservation" WHERE "dropId" = ${dropId}::uuid GROUP BY 2
    UNION ALL SELECT 'waited', "variantId", count(*)::int FROM "WaitlistPlace" WHERE "dropId" = ${dropId}::uuid GROUP BY 2
    UNION ALL SELECT 'limit', "allotmentId", count(*)::int FROM "Claim" WHERE "dropId" = ${dropId}::uuid AND "state" = 'RELEASED' AND "endedWhy" = 'LIMIT' GROUP BY 2`;
}

const mostReasons = 40;

/** How often a claim was refused for each reason, the most frequent first. */
export async function listRefusals(db: Db, dropId: string): Promise<{ reason: string; count: number }[]> {
  return db.dropRefusal.findMany({
    where: { dropId },
    orderBy: [{ count: 'desc' }, { reason: 'asc' }],
    take: mostReasons,
    select: { reason: true, count: true },
  });
}
