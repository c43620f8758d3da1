import type { Raw } from '@/lib/core/raw';

import { isUsableCode } from '../scopes';

type Now = { db: Raw; now: Date };

export type LockedCode = {
  id: string;
  boundToId: string | null;
  expiresAt: Date;
  revokedAt: Date | null;
  redeemedAt: Date | null;
  redeemedById: string | null;
  claimId: string | null;
};

type Stock = { id: string; remaining: number; open: boolean };

/** Locks the stock held back for a drop's F-codes, in the order that all take; says of each row whether its wave is still to close. */
export async function lockPool(db: Raw, dropId: string, now: Date): Promise<Stock[]> {
  return db.$queryRaw<Stock[]>`
    SELECT a."id", a."remaining", w."closesAt" > ${now}::timestamptz AS open FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId"
    WHERE w."dropId" = ${dropId}::uuid AND a."channel" = 'FCODE' ORDER BY a."id" FOR NO KEY UPDATE OF a`;
}

/** How many codes of a drop could still be used: neither spent nor revoked nor expired. */
export async function countUsable({ db, now }: Now, dropId: string, exceptId: string | null = null): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "FCode" WHERE "dropId" = ${dropId}::uuid AND ${isUsableCode(now)}
      AND "id" IS DISTINCT FROM ${exceptId}::uuid`;
  return row?.count ?? 0;
}

/** Locks one code of a drop, by its digest or its id. */
export async function lockFCode(
  db: Raw,
  { dropId, digest, id }: { dropId: string; digest: string | null; id: string | null },
): Promise<LockedCode | null> {
  const rows = await db.$queryRaw<LockedCode[]>`
    SELECT "id", "boundToId", "expiresAt", "revokedAt", "redeemedAt", "redeemedById", "claimId" FROM "FCode"
    WHERE "dropId" = ${dropId}::uuid AND ("digest" = ${digest} OR "id" = ${id}::uuid) FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/** Units of the pool for which no code is out: the caller holds its lock. */
export async function countLeft(reading: Now, dropId: string, stock: Stock[], exceptId?: string): Promise<number> {
  const held = stock.reduce((sum, each) => (each.open ? sum + each.remaining : sum), 0);
  return held - (await countUsable(reading, dropId, exceptId));
}

/**
 * Spends a claim's F-code again for late money; true as well where the unit came from no code. False when the code was
 * used again meanwhile, or another code would be left without its unit. The caller holds every stock row of the drop.
 */
export async function respendFCode(
  { db, now }: Now,
  claim: { id: string; dropId: string; allotmentId: string; memberId: string },
): Promise<boolean> {
  const [unit] = await db.$queryRaw<{ codeId: string | null }[]>`
    SELECT f."id" AS "codeId" FROM "Allotment" a LEFT JOIN "FCode" f ON f."claimId" = ${claim.id}::uuid WHERE a."id" = ${claim.allotmentId}::uuid AND a."channel" = 'FCODE'`;
  if (!unit) return true;
  if (!unit.codeId) return false;
  const stock = await lockPool(db, claim.dropId, now);
  const over = stock.some(({ id, open }) => id === claim.allotmentId && !open);
  if (!over && (await countLeft({ db, now }, claim.dropId, stock, unit.codeId)) < 1) return false;
  await db.$executeRaw`UPDATE "FCode" SET "redeemedAt" = ${now}::timestamptz, "redeemedById" = ${claim.memberId}::uuid WHERE "id" = ${unit.codeId}::uuid`;
  return true;
}
