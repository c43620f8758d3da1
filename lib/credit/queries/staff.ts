import type { Reading } from '@/lib/core/context';
import type { Cursor } from '@/lib/core/cursor';
import { namedHandle, plainName } from '@/lib/members/published';
import { orderNumber } from '@/lib/orders/published';

import { canReadCredit } from '../policy';

const perPage = 50;
const shown = {
  ...{ id: true, kind: true, lastFour: true, currency: true, balanceMinor: true, expiresAt: true },
  ...{ disabledAt: true, createdAt: true, member: { select: namedHandle } },
} as const;

/** Balances and gift cards for staff, the newest first, one page of them. */
export async function listCredit({ db, actor }: Reading, { after }: { after?: Cursor | null }) {
  if (!canReadCredit(actor)) return { rows: [], last: null };
  const found = await db.creditAccount.findMany({
    where: after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {},
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: perPage + 1,
    select: shown,
  });
  const rows = found.slice(0, perPage);
  const end = found.length > perPage ? rows.at(-1) : undefined;
  return { rows, last: end ? { at: end.createdAt, id: end.id } : null };
}
export type CreditRow = Awaited<ReturnType<typeof listCredit>>['rows'][number];

/** One of them, with its last entries. */
export async function getCredit({ db, actor }: Reading, { id }: { id: string }) {
  if (!canReadCredit(actor)) return null;
  return db.creditAccount.findUnique({
    where: { id },
    select: {
      ...shown,
      entries: {
        orderBy: { id: 'desc' },
        take: 200,
        select: {
          ...{ id: true, kind: true, amountMinor: true, at: true, reason: true },
          ...{ order: { select: orderNumber }, by: { select: plainName } },
        },
      },
    },
  });
}
export type StaffCredit = NonNullable<Awaited<ReturnType<typeof getCredit>>>;

/** What all balances of each currency come to: what the shop owes. */
export async function sumCredit({ db, actor }: Reading): Promise<{ currency: string; balanceMinor: number }[]> {
  if (!canReadCredit(actor)) return [];
  const rows = await db.creditAccount.groupBy({
    by: ['currency'],
    _sum: { balanceMinor: true },
    orderBy: { currency: 'asc' },
  });
  return rows.map(({ currency, _sum }) => ({ currency, balanceMinor: Number(_sum.balanceMinor ?? 0) }));
}
