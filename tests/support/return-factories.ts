/** Orders that have arrived, and what buyers and staff do with a return of one. */
import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { askForReturn } from '@/lib/flows/returns/ask-for-return';
import { countReturnedGoods } from '@/lib/flows/returns/count-return';
import { settleReturn } from '@/lib/flows/returns/settle-return';
import { markDelivered, markShipped } from '@/lib/orders/commands';
import { countReturnInput, settleReturnInput, type AskReturn } from '@/lib/returns/schema';
import { proveStock } from '@/lib/stock/prove-stock';

import { asRoles } from './as-roles';
import { makePaidCartOrder, makeShop } from './cart-factories';
import { makeOperator } from './drop-factories';
import { makeMember } from './factories';
import { runJobs } from './order-factories';

export const staffOf = async (...roles: ('SUPPORT' | 'OPERATIONS')[]) => ({
  ...(await makeMember({ roles })),
  ...asRoles(...roles),
});

/** A delivered order of three pieces of one variant and one of another. */
export async function delivered() {
  const { variantIds, places } = await makeShop(3, 1);
  const [many, one] = variantIds as [string, string];
  const order = await makePaidCartOrder([
    [many, 3],
    [one, 1],
  ]);
  const { number } = order;
  const operator = await makeOperator();
  await transact(markShipped)(operator, { number, carrier: 'DHL', tracking: 'T' });
  await transact(markDelivered)(operator, { number });
  await runJobs();
  return { ...order, many, one, place: places[0]! };
}
export type Delivered = Awaited<ReturnType<typeof delivered>>;

export const wish = (order: Delivered, ofMany: number, ofOne = 0, more: Partial<AskReturn> = {}): AskReturn => ({
  ...{ number: order.number, key: undefined, locale: 'en', wish: 'WITHDRAWAL', note: '' },
  pieces: new Map([
    [order.lineOf(order.many).id, ofMany],
    [order.lineOf(order.one).id, ofOne],
  ]),
  ...more,
});
export const ask = async (order: Delivered, ...rest: [number, number?, Partial<AskReturn>?]) => {
  await askForReturn(order.buyer, wish(order, ...rest));
  return db.return.findFirstOrThrow({ where: { orderId: order.orderId }, orderBy: { createdAt: 'desc' } });
};
export const count = async (order: Delivered, returnId: string, ofMany: number, ofOne: number, more: object = {}) =>
  countReturnedGoods(
    await staffOf('SUPPORT'),
    countReturnInput.parse({
      returnId,
      locationId: order.place,
      [`counted.${order.lineOf(order.many).id}`]: String(ofMany),
      [`counted.${order.lineOf(order.one).id}`]: String(ofOne),
      ...more,
    }),
  );
export const settle = async (returnId: string, more: object = {}) =>
  settleReturn(await staffOf('SUPPORT'), settleReturnInput.parse({ returnId, deductReason: '', ...more }));
export const unitsOf = (orderId: string) =>
  db.unitAssignment.findMany({ where: { orderId, endedAt: null }, select: { unitId: true, lineId: true } });
export const ownedBy = (memberId: string) => db.ownership.count({ where: { memberId, endedAt: null } });
export const proof = () => inTransaction(system, proveStock);
