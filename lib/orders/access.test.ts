import { beforeAll, describe } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { withdrawOrder } from '@/lib/flows/orders/end-cart-order';
import { placeOrder, resumePayment } from '@/lib/flows/orders/place-order';
import { chooseOrders } from '@/lib/flows/orders/choose-orders';
import { exportOrders } from '@/lib/flows/orders/export-orders';
import { exportPacking } from '@/lib/flows/orders/export-packing';
import { importTracking } from '@/lib/flows/orders/import-tracking';
import { refundOrder, returnMoney } from '@/lib/flows/orders/refund-order';
import { makeOrder, orderFor, type Ordered } from '@/tests/support/order-factories';
import { tryAccess } from '@/tests/support/try-access';

const { answersTheCast, isForStaff, touchesNothingOfOthers } = tryAccess('orders');

let order: Ordered;
let number: string;

beforeAll(async () => {
  order = await makeOrder();
  number = order.placed.number;
});

describe('what members do', () => {
  touchesNothingOfOthers('placeOrder', (actor) => placeOrder(actor, orderFor(order.claimId)));
  touchesNothingOfOthers('withdrawOrder', (actor) => withdrawOrder(actor, { number }));
  touchesNothingOfOthers('resumePayment', (actor) => resumePayment(actor, { number }));
});

describe('what staff do', () => {
  isForStaff('exportOrders', async (actor) => {
    const { lines } = await exportOrders(actor, { query: {}, reason: 'Because' });
    await lines.next();
    await lines.return();
  });
  isForStaff('exportPacking', async (actor) => {
    const memberId = actor.kind === 'member' ? actor.id : order.buyer.id;
    const { id } = await db.bulkAct.create({
      data: { memberId, list: 'orders', act: 'orders.pack', total: 0, draftedAt: clock() },
    });
    const { lines } = await exportPacking(actor, { query: { chosen: id }, reason: 'Because' });
    await lines.next();
    await lines.return();
  });
  isForStaff('importTracking', (actor) =>
    importTracking(actor, { file: new File(['number\nA\n'], 'a.csv'), carrier: 'Post' }),
  );
  isForStaff('chooseOrders', (actor) =>
    chooseOrders(actor, { act: 'orders.ship', all: '1', ids: [], query: {}, locale: 'en' }),
  );
  isForStaff('refundOrder', (actor) => refundOrder(actor, { number, reason: 'Because' }));
  isForStaff('returnMoney', async (actor) => {
    const { id: paymentId } = await db.payment.update({
      where: { id: await paymentOf(number) },
      data: { state: 'REVIEW', surplusAt: clock() },
      select: { id: true },
    });
    return returnMoney(actor, { number, paymentId, reason: 'Because' });
  });
});

async function paymentOf(orderNumber: string): Promise<string> {
  return (await db.payment.findFirstOrThrow({ where: { order: { number: orderNumber } }, select: { id: true } })).id;
}

describe('endpoints', () => {
  answersTheCast('POST /api/checkout', async () => ({ body: {} }));
});
