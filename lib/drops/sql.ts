import { randomUUID } from 'node:crypto';

import { pool } from '@/lib/core/db';
import { Prisma } from '@/lib/core/prisma-client/client';
import type { ClaimState, DropMode, MovementKind, ReleaseCause } from '@/lib/core/prisma-client/enums';
import { readBy, type Raw } from '@/lib/core/raw';

/** All claims of a drop, live and released: each half has its own index, which is found by its own word. */
export const ofAnyState = Prisma.sql`("state" <> 'RELEASED' OR "state" = 'RELEASED')`;

/** What became of one arrival. Only `granted` moved a unit; `existing` is the member's own earlier hold. */
export type Settled = {
  memberId: string;
  outcome:
    | 'granted'
    | 'existing'
    | 'owned'
    | 'hold-ended'
    | 'not-open'
    | 'closed'
    | 'paused'
    | 'undecided'
    | 'needs-reservation'
    | 'email-used'
    | 'sold-out';
  claimId: string | null;
  variantId: string | null;
  heldUntil: Date | null;
  remaining: number;
};

/** Who arrives at the gate: a member, and the digest of their proved address that the e-mail limit counts by. */
export type Arrival = { memberId: string; emailKey: string | null };

// Most claims of a batch have the same outcome, which is sent and parsed once for all of them. When everyone got a unit, not even
// their names come back: the ids of the claims are given here.
const settleText = `SELECT "outcome", "variantId", "heldUntil", "remaining", array_agg("memberId") AS members, array_agg("claimId") AS claims
  FROM settle_claims($1::uuid, $2::uuid[], $3::text[], $4::timestamptz, false, $5::uuid[]) GROUP BY 1, 2, 3, 4`;
type SettledAlike = Omit<Settled, 'memberId' | 'claimId'> & { members: (string | null)[]; claims: (string | null)[] };

/** Settles a batch of arrivals by one statement on a connection of its own: durable when it returns. Telling the other processes is the caller's. */
export async function settleBatch(allotmentId: string, arrivals: readonly Arrival[], now: Date): Promise<Settled[]> {
  const members = arrivals.map(({ memberId }) => memberId);
  const ids = arrivals.map(() => randomUUID());
  const values = [
    allotmentId,
    plainArray(members),
    plainArray(arrivals.map(({ emailKey }) => emailKey)),
    now,
    plainArray(ids),
  ];
  const { rows } = await pool.query<SettledAlike>({ name: 'settle_claims', text: settleText, values, types });
  return rows.flatMap(({ outcome, variantId, heldUntil, remaining, ...row }) => {
    const [whom, what] = row.members[0] === null ? [members, ids] : [row.members as string[], row.claims];
    return whom.map((memberId, at) => ({
      memberId,
      outcome,
      claimId: what[at] ?? null,
      variantId,
      heldUntil,
      remaining,
    }));
  });
}

// Ids and digests need no quotes: the driver would look for them letter by letter.
const plainWord = /^[\w-]+$/;

function plainArray(words: (string | null)[]): string {
  if (!words.every((word) => word === null || plainWord.test(word)))
    throw new TypeError('A word that is no id and no digest');
  return `{${words.map((word) => word ?? 'NULL').join()}}`;
}

function readPlainArray(text: string): (string | null)[] {
  return text
    .slice(1, -1)
    .split(',')
    .map((word) => (word === 'NULL' ? null : word));
}

const idArray = 2951;
const types = readBy(idArray, readPlainArray);

/** Settles one arrival inside the caller's transaction. */
export async function settleOne(
  db: Raw,
  allotmentId: string,
  { memberId, emailKey }: Arrival,
  now: Date,
): Promise<Settled | undefined> {
  const rows = await db.$queryRaw<Settled[]>`
    SELECT * FROM settle_claims(${allotmentId}::uuid, ARRAY[${memberId}]::uuid[], ARRAY[${emailKey}]::text[], ${now}::timestamptz)`;
  return rows[0];
}

/** What became of one entry for a wave whose units are given by rank. */
export type Entered = {
  memberId: string;
  outcome: 'entered' | 'not-open' | 'closed' | 'decided' | 'paused' | 'needs-reservation' | 'email-used';
  entryId: string | null;
};

const enterText = 'SELECT * FROM enter_wave($1::uuid, $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz)';

/** Takes a batch of entries down by one statement: durable when it returns. */
export async function enterBatch(
  waveId: string,
  arrivals: readonly (Arrival & { allotmentId: string })[],
  now: Date,
): Promise<Entered[]> {
  const values = [
    waveId,
    arrivals.map(({ memberId }) => memberId),
    arrivals.map(({ allotmentId }) => allotmentId),
    arrivals.map(({ emailKey }) => emailKey),
    now,
  ];
  const { rows } = await pool.query<Entered>({ name: 'enter_wave', text: enterText, values });
  return rows;
}

/** Ranks a wave's entries and gives its units, once, when it is due; answers how many won, null when nothing was due. */
export async function decideWave(db: Raw, waveId: string, now: Date): Promise<number | null> {
  const rows = await db.$queryRaw<
    { won: number | null }[]
  >`SELECT decide_wave(${waveId}::uuid, ${now}::timestamptz) AS won`;
  return rows[0]?.won ?? null;
}

export type Moved = { allotmentId: string; kind: MovementKind; delta: number; claimIds: (string | null)[]; at: Date };

/** Moves units: one ledger row for each claim (null where nobody holds the units) and the stock with them. */
export async function moveUnits(db: Raw, { allotmentId, kind, delta, claimIds, at }: Moved): Promise<void> {
  await db.$executeRaw`SELECT append_movements(${allotmentId}::uuid, ${kind}::"MovementKind", ${delta}::int, ${claimIds}::uuid[], ${at}::timestamptz)`;
}

/** Offers so many units that came back to an allotment to those who wait for it, in order; answers the claims that it made. */
export async function offerWaiting(db: Raw, allotmentId: string, units: number, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw<
    { id: string }[]
  >`SELECT id FROM offer_waiting(${allotmentId}::uuid, ${units}::int, ${now}::timestamptz) AS id`;
  return rows.map(({ id }) => id);
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

/** Locks a claim's stock row and then the claim, in the order that the gate takes them, so that no deadlock is possible. */
export async function lockClaim(db: Raw, claimId: string): Promise<LockedClaim | null> {
  const stock = await db.$queryRaw<{ remaining: number }[]>`
    SELECT a."remaining" FROM "Allotment" a WHERE a."id" = (SELECT c."allotmentId" FROM "Claim" c WHERE c."id" = ${claimId}::uuid)
    FOR NO KEY UPDATE`;
  if (!stock[0]) return null;
  const claims = await db.$queryRaw<Omit<LockedClaim, 'remaining'>[]>`
    SELECT "id", "dropId", "allotmentId", "memberId", "state", "endedWhy" FROM "Claim" WHERE "id" = ${claimId}::uuid FOR NO KEY UPDATE`;
  return claims[0] ? { ...claims[0], remaining: stock[0].remaining } : null;
}

/** Locks every stock row of a drop, in one order for all. */
export async function lockStock(db: Raw, dropId: string): Promise<{ id: string; variantId: string }[]> {
  return db.$queryRaw<{ id: string; variantId: string }[]>`
    SELECT a."id", a."variantId" FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId" WHERE w."dropId" = ${dropId}::uuid
    ORDER BY a."id" FOR NO KEY UPDATE OF a`;
}

/** Locks a drop's own row, as announcing does: after its stock. */
export async function lockDrop(db: Raw, dropId: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM "Drop" WHERE "id" = ${dropId}::uuid FOR NO KEY UPDATE`;
}

export type LockedWave = {
  id: string;
  number: number;
  opensAt: Date;
  closesAt: Date;
  pausedAt: Date | null;
  movedFrom: Date | null;
  decidedAt: Date | null;
  /** When the wave after it opens. */
  nextOpensAt: Date | null;
  mode: DropMode;
  fairSeconds: number;
  announcedAt: Date | null;
  cancelledAt: Date | null;
  slug: string;
  handle: string;
};

/** Locks every stock row of a drop and then one of its waves, in the order of a decision: no claim, entry or decision is on its way. */
export async function lockWave(
  db: Raw,
  { dropId, waveId }: { dropId: string; waveId: string },
): Promise<LockedWave | null> {
  await lockStock(db, dropId);
  const rows = await db.$queryRaw<LockedWave[]>`
    SELECT w."id", w."number", w."opensAt", w."closesAt", w."pausedAt", w."movedFrom", w."decidedAt", d."mode", d."fairSeconds", d."announcedAt", d."cancelledAt", d."slug", p."handle",
      (SELECT min(n."opensAt") FROM "Wave" n WHERE n."dropId" = w."dropId" AND n."number" > w."number") AS "nextOpensAt"
    FROM "Wave" w JOIN "Drop" d ON d."id" = w."dropId" JOIN catalog.product p ON p."id" = d."productId"
    WHERE w."id" = ${waveId}::uuid AND w."dropId" = ${dropId}::uuid FOR NO KEY UPDATE OF w`;
  return rows[0] ?? null;
}

/** Notifies every process, at commit, that its cached state of a drop is out of date. */
export async function notifyDropChange(db: Raw, dropId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_notify('millet_live', ${dropId})`;
}

export type Holder = { allotmentId: string; seq: number; memberId: string };

/** Who was given a unit of these allotments since a row of each one's ledger. */
export async function listHolders(since: { id: string; seq: number }[]): Promise<Holder[]> {
  const { rows } = await pool.query<Holder>({
    name: 'list_holders',
    text: `SELECT m."allotmentId", m."seq", c."memberId" FROM unnest($1::uuid[], $2::int[]) AS since(id, seq)
      JOIN "UnitMovement" m ON m."allotmentId" = since.id AND m."seq" > since.seq AND m."kind" = 'CLAIMED'
      JOIN "Claim" c ON c."id" = m."claimId"`,
    values: [since.map(({ id }) => id), since.map(({ seq }) => seq)],
  });
  return rows;
}
