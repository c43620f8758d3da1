import type { Reading } from '@/lib/core/context';
import type { Cursor } from '@/lib/core/cursor';

import { canEditDiscounts } from '../policy';

const perPage = 50;
const fields = {
  ...{ id: true, title: true, titleZh: true, code: true, kind: true, percent: true, amountMinor: true, currency: true },
  ...{ buyPieces: true, getPieces: true, leastMinor: true, leastPieces: true, forAll: true, combines: true },
  ...{ startsAt: true, endsAt: true, mostUses: true, oncePerBuyer: true, version: true, createdAt: true },
} as const;
const counted = { _count: { select: { uses: { where: { freedAt: null } } } } } as const;

/** Discounts for staff, the newest first, one page of them. */
export async function listDiscounts({ db, actor }: Reading, { after }: { after?: Cursor | null }) {
  if (!canEditDiscounts(actor)) return { rows: [], last: null };
  const found = await db.discount.findMany({
    where: after ? { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] } : {},
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: perPage + 1,
    select: { ...fields, ...counted },
  });
  const rows = found.slice(0, perPage);
  const end = found.length > perPage ? rows.at(-1) : undefined;
  return { rows, last: end ? { at: end.createdAt, id: end.id } : null };
}
export type DiscountRow = Awaited<ReturnType<typeof listDiscounts>>['rows'][number];

/** One discount for staff, with its products. */
export async function getDiscount({ db, actor }: Reading, { id }: { id: string }) {
  if (!canEditDiscounts(actor)) return null;
  return db.discount.findUnique({
    where: { id },
    select: { ...fields, ...counted, products: { select: { productId: true } } },
  });
}
export type StaffDiscount = NonNullable<Awaited<ReturnType<typeof getDiscount>>>;
