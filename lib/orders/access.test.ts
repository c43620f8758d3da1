import { randomUUID } from 'node:crypto';

import { beforeAll, describe } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { buyLabel, cancelLabel } from '@/lib/flows/orders/buy-label';
import { listLabelChoices } from '@/lib/flows/orders/label-choices';
import { countPiece, packParcel, scanCode, startPacking } from '@/lib/flows/orders/pack-order';
import { readPapers } from '@/lib/flows/orders/read-papers';
import { readLabels } from '@/lib/flows/orders/read-labels';
import { withdrawOrder } from '@/lib/flows/orders/end-cart-order';
import { placeOrder, resumePayment } from '@/lib/flows/orders/place-order';
import { chooseOrders } from '@/lib/flows/orders/choose-orders';
import { exportOrders } from '@/lib/flows/orders/export-orders';
import { exportPacking } from '@/lib/flows/orders/export-packing';
import { importTracking } from '@/lib/flows/orders/import-tracking';
import { refundOrder, returnMoney } from '@/lib/flows/orders/refund-order';
import { address } from '@/tests/support/addresses';
import { makeOperator } from '@/tests/support/drop-factories';
import { paidOrder } from '@/tests/support/refunds';
import { makeOrder, orderFor, type Ordered } from '@/tests/support/order-factories';
import { tryAccess } from '@/tests/support/try-access';

import { chooseFirstAddress, keepAddress, removeAddress, saveAddress } from './commands';

const { answersTheCast, isForStaff, isNothingForGuests, touchesNothingOfOthers } = tryAccess('orders');

// An address of the buyer of an order.
async function addressOf({ buyer }: Ordered): Promise<string> {
  await transact(keepAddress)(buyer, { ...address, company: '', taxNumber: '' });
  return (await db.savedAddress.findFirstOrThrow({ where: { memberId: buyer.id }, select: { id: true } })).id;
}

let order: Ordered;
let number: string;
/** A label of an order that is paid. */
let label: { number: string; labelId: string };

beforeAll(async () => {
  order = await makeOrder();
  number = order.placed.number;
  const own = { number: (await paidOrder()).placed.number, carrier: 'manual', service: 'own' };
  label = { number: own.number, labelId: await buyLabel(await makeOperator(), own) };
});

describe('what members do', () => {
  touchesNothingOfOthers('placeOrder', (actor) => placeOrder(actor, orderFor(order.claimId)));
  touchesNothingOfOthers('withdrawOrder', (actor) => withdrawOrder(actor, { number }));
  const kept = { ...address, company: '', taxNumber: '' };
  touchesNothingOfOthers('saveAddress', async (actor) =>
    transact(saveAddress)(actor, { ...kept, line1: '9 Mill Lane', addressId: await addressOf(order) }),
  );
  touchesNothingOfOthers('removeAddress', async (actor) =>
    transact(removeAddress)(actor, { addressId: await addressOf(order) }),
  );
  touchesNothingOfOthers('chooseFirstAddress', async (actor) =>
    transact(chooseFirstAddress)(actor, { addressId: await addressOf(order) }),
  );
  isNothingForGuests('keepAddress', (actor) => transact(keepAddress)(actor, kept), 'signed-out');
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
  isForStaff('buyLabel', (actor) => buyLabel(actor, { number, carrier: 'manual', service: 'own' }));
  isForStaff('cancelLabel', (actor) => cancelLabel(actor, { number, labelId: randomUUID() }));
  isForStaff('readLabels', (actor) => readLabels(actor, label, 'en'));
  isForStaff('readPapers', async (actor) => {
    const memberId = actor.kind === 'member' ? actor.id : order.buyer.id;
    const { id } = await db.bulkAct.create({
      data: {
        ...{ memberId, list: 'orders', act: 'orders.pack', total: 1, draftedAt: clock() },
        rows: { create: { place: 1, key: number, input: {} } },
      },
    });
    await readPapers(actor, { id, kind: 'pick', part: 1 }, 'en');
  });
  isForStaff('startPacking', (actor) => startPacking(actor));
  isForStaff('scanCode', (actor) => scanCode(actor, { number, code: 'A' }));
  isForStaff('countPiece', (actor) => countPiece(actor, { number, lineId: randomUUID() }));
  isForStaff('packParcel', (actor) => packParcel(actor, { number, choice: '', carrier: 'Post', tracking: 'T1' }));
  isForStaff('listLabelChoices', (actor) => listLabelChoices(actor, { country: 'NL', grams: 1 }));
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
  answersTheCast('POST /api/cart/order', async () => ({ body: {} }));
});
