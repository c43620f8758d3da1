import type { Reading } from '@/lib/core/context';
import type { Db } from '@/lib/core/db';

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
export async function lockPool(db: Db, dropId: string, now: Date): Promise<Stock[]> {
  return db.$queryRaw<Stock[]>`
    SELECT a."id", a."remaining", w."closesAt" > ${now}::timestamptz AS open FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId"
    WHERE w."dropId" = ${dropId}::uuid AND a."channel" = 'FCODE' ORDER BY a."id" FOR NO KEY UPDATE OF a`;
}

/** How many codes of a drop could still be used: neither spent nor revoked nor expired. */
export function countUsable({ db, now }: Pick<Reading, 'db' | 'now'>, dropId: string, exceptId?: string): Promise<number> {
  return db.fCode.count({ where: { dropId, redeemedAt: null, revokedAt: null, expiresAt: { gt: now }, ...(exceptId && { id: { not: exceptId } }) } });
}

/** Locks one code of a drop, by its digest or its id. */
export async function lockFCode(db: Db, { dropId, digest, id }: { dropId: string; digest: string | null; id: string | null }): Promise<LockedCode | null> {
  const rows = await db.$queryRaw<LockedCode[]>`
    SELECT "id", "boundToId", "expiresAt", "revokedAt", "redeemedAt", "redeemedById", "claimId" FROM "FCode"
    WHERE "dropId" = ${dropId}::uuid AND ("digest" = ${digest} OR "id" = ${id}::uuid) FOR NO KEY UPDATE`;
  return rows[0] ?? null;
}

/** Units of the pool for which no code is out: the caller holds its lock. */
export async function countLeft(reading: Pick<Reading, 'db' | 'now'>, dropId: string, stock: Stock[], exceptId?: string): Promise<number> {
  const held = stock.reduce((sum, each) => (each.open ? sum + each.remaining : sum), 0);
  return held - (await countUsable(reading, dropId, exceptId));
}

/**
 * Spends a claim's F-code again for late money; true as well where the unit came from no code. False when the code was
 * used again meanwhile, or another code would be left without its unit. The caller holds every stock row of the drop.
 */
export async function respendFCode({ db, now }: Pick<Reading, 'db' | 'now'>, claim: { id: string; dropId: string; allotmentId: string; memberId: string }): Promise<boolean> {
  const { channel } = await db.allotment.findUniqueOrThrow({ where: { id: claim.allotmentId }, select: { channel: true } });
  if (channel !== 'FCODE') return true;
  const code = await db.fCode.findUnique({ where: { claimId: claim.id }, select: { id: true } });
  if (!code) return false;
  const stock = await lockPool(db, claim.dropId, now);
  const over = stock.some(({ id, open }) => id === claim.allotmentId && !open);
  if (!over && (await countLeft({ db, now }, claim.dropId, stock, code.id)) < 1) return false;
  await db.fCode.update({ where: { id: code.id }, data: { redeemedAt: now, redeemedById: claim.memberId } });
  return true;
}
