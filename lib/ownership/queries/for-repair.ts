import { memberId } from '@/lib/core/actor';
import type { Reading } from '@/lib/core/context';
import { orderMoney } from '@/lib/orders/published';
import { repairedUnit } from '@/lib/units/published';

import { ownedNow } from '../published';

const owned = {
  ...{ unitId: true, memberId: true, orderId: true },
  ...{ order: { select: orderMoney }, unit: { select: repairedUnit } },
} as const;

/** A unit of the actor, or one that a guest's order brought and that is its buyer's still; null where it is neither. The caller has asked whose order it is. */
export async function getOwnedUnit(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  { unitId, orderId }: { unitId: string; orderId?: string },
) {
  const owner = memberId(actor);
  if (orderId === undefined && !owner) return null;
  return db.ownership.findFirst({
    where: { unitId, ...ownedNow, ...(orderId === undefined ? { memberId: owner! } : { orderId }) },
    select: owned,
  });
}

/** Whose unit it is, for staff who open a repair; the caller has asked who may. */
export async function getOwnerForRepair({ db }: Pick<Reading, 'db'>, { unitId }: { unitId: string }) {
  return db.ownership.findFirst({ where: { unitId, ...ownedNow }, select: owned });
}

/** The units that an order brought and that are its buyer's still, few; the caller has asked whose order it is. */
export async function listOwnedOfOrder({ db }: Pick<Reading, 'db'>, { orderId }: { orderId: string }) {
  return db.ownership.findMany({
    where: { orderId, ...ownedNow },
    orderBy: [{ registeredAt: 'asc' }, { id: 'asc' }],
    take: 50,
    select: owned,
  });
}
export type OwnedUnit = NonNullable<Awaited<ReturnType<typeof getOwnedUnit>>>;
