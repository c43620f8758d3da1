/** What happens to an order while it is packed: sent in part by somebody else, refunded, or with pieces that have serials. */
import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { beginPacking, leavePacking, markShipped } from '@/lib/orders/commands';
import { receiveSerials } from '@/lib/units/commands';
import { makePaidCartOrder, makeShop } from '@/tests/support/cart-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { word } from '@/tests/support/word';

import { countPiece, packParcel, scanCode } from './pack-order';

let shop: Awaited<ReturnType<typeof makeShop>>;
let [lamp, desk] = ['', ''];
const sku = `lamp-${word()}`;
beforeAll(async () => {
  shop = await makeShop(60, 60);
  [lamp, desk] = shop.variantIds as [string, string];
  await db.variant.update({ where: { id: lamp }, data: { sku } });
});

const begun = async (lamps: number, desks: number) => {
  const order = await makePaidCartOrder([
    [lamp, lamps],
    [desk, desks],
  ]);
  await transact(beginPacking)(shop.operator, order);
  return order;
};
const scan = (number: string, code: string) => scanCode(shop.operator, { number, code });

describe('an order that is packed', () => {
  it('and is sent in part by somebody else is packed anew: what lies in the box was sent by them', async () => {
    const { number, orderId, lineOf } = await begun(1, 1);
    await scan(number, sku);
    const pieces = [{ lineId: lineOf(lamp).id, units: 1 }];
    await transact(markShipped)(shop.operator, { number, carrier: 'Post', tracking: 'ELSE1', pieces });
    expect(await refusal(countPiece(shop.operator, { number, lineId: lineOf(desk).id }))).toBe('packing-over');
    const parcel = { number, choice: '', carrier: 'Post', tracking: 'ELSE2' };
    expect(await refusal(packParcel(shop.operator, parcel))).toBe('packing-over');
    await transact(beginPacking)(shop.operator, { number });
    await countPiece(shop.operator, { number, lineId: lineOf(desk).id });
    await packParcel(shop.operator, parcel);
    expect(await db.shipment.count({ where: { orderId } })).toBe(2);
  });

  it('and is refunded meanwhile takes no piece more, and is left', async () => {
    const { number, orderId } = await begun(2, 1);
    await scan(number, sku);
    await refundOrder(system, { number, reason: 'Changed their mind' });
    expect(await refusal(scan(number, sku))).toBe('refund-running');
    await runJobs();
    expect(await refusal(scan(number, sku))).toBe('order-moved-on');
    await transact(leavePacking)(shop.operator, { number });
    expect(await db.packing.count({ where: { orderId } })).toBe(0);
  });

  it('takes a piece that has a serial by that alone, neither by its barcode nor counted by hand', async () => {
    const serial = `SN${word().toUpperCase()}`;
    const admin = { ...shop.operator, permissions: [...shop.operator.permissions, 'units.edit' as const] };
    await transact(receiveSerials)(admin, { variantId: lamp, serials: serial } as never);
    const { number, lineOf } = await begun(1, 1);
    const lineId = lineOf(lamp).id;
    expect(await refusal(scan(number, sku))).toBe('scan-serial');
    expect(await refusal(countPiece(shop.operator, { number, lineId }))).toBe('scan-serial');
    expect(await refusal(countPiece(shop.operator, { number, lineId, all: true }))).toBe('scan-serial');
    await scan(number, serial);
    await countPiece(shop.operator, { number, lineId: lineOf(desk).id, all: true });
  });
});
