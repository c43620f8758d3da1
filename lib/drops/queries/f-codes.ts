import type { Reading } from '@/lib/core/context';
import { countUsable } from '../f-codes/pool';
import { fCodeState, type FCodeState } from '../f-codes/state';

const most = 100;

/** The pool of a drop's F-codes for staff: the units held back, what became of the codes, and the newest of them. */
export async function getFCodes(reading: Reading, { dropId }: { dropId: string }) {
  const { db, now } = reading;
  const where = { dropId };
  const [stock, usable, redeemed, rows] = await Promise.all([
    db.allotment.aggregate({ where: { channel: 'FCODE', wave: where }, _sum: { units: true } }),
    countUsable(reading, dropId),
    db.fCode.count({ where: { ...where, redeemedAt: { not: null } } }),
    db.fCode.findMany({ where, orderBy: { createdAt: 'desc' }, take: most, select: codeForStaff }),
  ]);
  const open = await db.allotment.aggregate({ where: { channel: 'FCODE', wave: { ...where, closesAt: { gt: now } } }, _sum: { remaining: true } });
  const codes = rows.map(({ revokedAt, ...row }) => ({ ...row, state: fCodeState({ ...row, revokedAt }, now) as FCodeState }));
  return { units: stock._sum.units ?? 0, usable, redeemed, left: Math.max(0, (open._sum.remaining ?? 0) - usable), codes, most };
}

export type FCodesForStaff = Awaited<ReturnType<typeof getFCodes>>;

const codeForStaff = {
  id: true, tail: true, source: true, note: true, createdAt: true, expiresAt: true, revokedAt: true, redeemedAt: true,
  boundTo: { select: { handle: true } },
} as const;

/** An F-code as its holder is told of it; null where there is nothing to tell any more. */
export async function getToldFCode({ db, now }: Pick<Reading, 'db' | 'now'>, { codeId }: { codeId: string }) {
  const code = await db.fCode.findUnique({
    where: { id: codeId },
    select: {
      tail: true, expiresAt: true, revokedAt: true, redeemedAt: true,
      boundTo: { select: { id: true, locale: true } },
      drop: { select: { slug: true, title: true, titleZh: true, cancelledAt: true } },
    },
  });
  return code?.boundTo && !code.drop.cancelledAt && fCodeState(code, now) === 'usable' ? { ...code, boundTo: code.boundTo } : null;
}
