import type { Reading } from '@/lib/core/context';
import { memberHandle, memberLink } from '@/lib/members/published';

import { fCodeState } from '../f-codes/state';
import { isUsableCode } from '../scopes';

const most = 100;

/** Units held back for F-codes, the codes that were issued, are out and were used, and the units for which none is out. */
export type FCodeSums = { units: number; issued: number; usable: number; redeemed: number; left: number };
type Sums = Omit<FCodeSums, 'left'> & { remaining: number };

/** The pool of a drop's F-codes for staff: the units held back, what became of the codes, and the newest of them. */
export async function getFCodes({ db, now }: Reading, { dropId }: { dropId: string }) {
  const { issued, ...sums } = await sumFCodes({ db, now }, dropId);
  const rows =
    issued > 0
      ? await db.fCode.findMany({ where: { dropId }, orderBy: { createdAt: 'desc' }, take: most, select: codeForStaff })
      : [];
  const codes = rows.map(({ revokedAt, ...row }) => ({ ...row, state: fCodeState({ ...row, revokedAt }, now) }));
  return { ...sums, codes, most };
}

/** Which product a drop sells; null when there is no such drop. */
export async function getDropProduct(
  { db }: Pick<Reading, 'db'>,
  { dropId }: { dropId: string },
): Promise<string | null> {
  const drop = await db.drop.findUnique({ where: { id: dropId }, select: { productId: true } });
  return drop?.productId ?? null;
}

/** Counts a drop's F-codes: of what remains, only what a wave still to close could give is left. */
export async function sumFCodes({ db, now }: Pick<Reading, 'db' | 'now'>, dropId: string): Promise<FCodeSums> {
  const rows = await db.$queryRaw<Sums[]>`
    SELECT stock.*, codes.* FROM (
      SELECT coalesce(sum(a."units"), 0)::int AS units, coalesce(sum(a."remaining") FILTER (WHERE w."closesAt" > ${now}::timestamptz), 0)::int AS remaining
      FROM "Allotment" a JOIN "Wave" w ON w."id" = a."waveId" WHERE w."dropId" = ${dropId}::uuid AND a."channel" = 'FCODE') stock,
    (SELECT count(*)::int AS issued, count("redeemedAt")::int AS redeemed,
        count(*) FILTER (WHERE ${isUsableCode(now)})::int AS usable
      FROM "FCode" WHERE "dropId" = ${dropId}::uuid) codes`;
  const { remaining, ...sums } = rows[0]!;
  return { ...sums, left: Math.max(0, remaining - sums.usable) };
}

export type FCodesForStaff = Awaited<ReturnType<typeof getFCodes>>;

const codeForStaff = {
  id: true,
  tail: true,
  source: true,
  note: true,
  createdAt: true,
  expiresAt: true,
  revokedAt: true,
  redeemedAt: true,
  boundTo: { select: memberHandle },
} as const;

/** An F-code with the fields of its notice; null once it cannot be used. */
export async function getFCodeForNotice({ db, now }: Pick<Reading, 'db' | 'now'>, { codeId }: { codeId: string }) {
  const code = await db.fCode.findUnique({
    where: { id: codeId },
    select: {
      tail: true,
      expiresAt: true,
      revokedAt: true,
      redeemedAt: true,
      boundTo: { select: memberLink },
      drop: { select: { slug: true, title: true, titleZh: true, cancelledAt: true } },
    },
  });
  return code?.boundTo && !code.drop.cancelledAt && fCodeState(code, now) === 'usable'
    ? { ...code, boundTo: code.boundTo }
    : null;
}
