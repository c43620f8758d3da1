import { pool } from '@/lib/core/db';
import type { Db } from '@/lib/core/db';
import type { ClaimState, ReleaseCause } from '@/lib/core/prisma-client/enums';

/** What became of one arrival. Only `granted` moved a unit; `existing` is the member's own earlier hold. */
export type Settled = {
  memberId: string;
  outcome: 'granted' | 'existing' | 'owned' | 'hold-ended' | 'not-open' | 'closed' | 'needs-reservation' | 'sold-out';
  claimId: string | null;
  variantId: string | null;
  heldUntil: Date | null;
  remaining: number;
};

const settleText = 'SELECT * FROM settle_claims($1::uuid, $2::uuid[], $3::timestamptz)';

/** Settles a batch of arrivals by one statement on a connection of its own: durable when it returns. */
export async function settleBatch(allotmentId: string, memberIds: string[], now: Date): Promise<Settled[]> {
  const { rows } = await pool.query<Settled>({ name: 'settle_claims', text: settleText, values: [allotmentId, memberIds, now] });
  return rows;
}

/** Settles one arrival inside the caller's transaction. */
export async function settleOne(db: Db, allotmentId: string, memberId: string, now: Date): Promise<Settled | undefined> {
  const rows = await db.$queryRaw<Settled[]>`
    SELECT * FROM settle_claims(${allotmentId}::uuid, ARRAY[${memberId}]::uuid[], ${now}::timestamptz)`;
  return rows[0];
}

/** Those of the members who hold or own a unit of the drop, with their claim. */
export async function findHolds(dropId: string, memberIds: string[], now: Date): Promise<Settled[]> {
  const { rows } = await pool.query<Settled>({
    name: 'find_holds',
    text: `SELECT c."memberId", CASE WHEN c."state" = 'PAID' THEN 'owned' WHEN c."heldUntil" <= $3 THEN 'hold-ended' ELSE 'existing' END AS outcome,
        c."id" AS "claimId", a."variantId", c."heldUntil", 0 AS remaining
      FROM "Claim" c JOIN "Allotment" a ON a."id" = c."allotmentId"
      WHERE c."dropId" = $1 AND c."memberId" = ANY($2::uuid[]) AND c."state" <> 'RELEASED'`,
    values: [dropId, memberIds, now],
  });
  return rows;
}

export type LockedClaim = {
  id: string;
  dropId: string;
  allotmentId: string;
  memberId: string;
  state: ClaimState;
  endedWhy: ReleaseCause | null;
  remaining: number;
};

/** Locks a claim's stock row and then the claim, in the order that the gate takes them, so that nobody waits crosswise. */
export async function lockClaim(db: Db, claimId: string): Promise<LockedClaim | null> {
  const stock = await db.$queryRaw<{ remaining: number }[]>`
    SELECT a."remaining" FROM "Allotment" a WHERE a."id" = (SELECT c."allotmentId" FROM "Claim" c WHERE c."id" = ${claimId}::uuid)
    FOR NO KEY UPDATE`;
  if (!stock[0]) return null;
  const claims = await db.$queryRaw<Omit<LockedClaim, 'remaining'>[]>`
    SELECT "id", "dropId", "allotmentId", "memberId", "state", "endedWhy" FROM "Claim" WHERE "id" = ${claimId}::uuid FOR NO KEY UPDATE`;
  return claims[0] ? { ...claims[0], remaining: stock[0].remaining } : null;
}

/** Locks every stock row of a drop, in one order for all. */
export async function lockStock(db: Db, dropId: string): Promise<{ id: string; variantId: string }[]> {
  return db.$queryRaw<{ id: string; variantId: string }[]>`
    SELECT a."id", a."variantId" FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId" WHERE w."dropId" = ${dropId}::uuid
    ORDER BY a."id" FOR NO KEY UPDATE OF a`;
}

/** Tells every process, at commit, that what it knows about a drop is out of date. */
export async function noteDrop(db: Db, dropId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify('millet_live', ${dropId})`;
}
