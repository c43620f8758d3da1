/** What an order keeps of its buyer: the company that its invoice is for, and the address among their own where they ask for that. */
import { describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { cartDigest, newCartToken } from '@/lib/cart/token';
import { changeCompany } from '@/lib/orders/company';
import { orderCells, orderHead } from '@/lib/orders/export-cells';
import { openOrder, saveAddress } from '@/lib/orders/commands';
import { mostAddresses } from '@/lib/orders/limits';
import { getOwnOrder } from '@/lib/orders/queries';
import { listAddresses } from '@/lib/orders/saved-addresses';
import { paperOf } from '@/lib/invoices/paper';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { readOwnInvoice } from '@/lib/flows/invoices/read-invoice';
import { address } from '@/tests/support/addresses';
import { cartOrderFor, makeShop, put } from '@/tests/support/cart-factories';
import { makeFans, makeOperator } from '@/tests/support/drop-factories';
import { makeHold, orderFor, runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { placeCartOrder } from './place-cart-order';
import { placeOrder } from './place-order';

const foxtail = { company: 'Foxtail Audio', taxNumber: 'DE123456789' };
const asKept = { name: foxtail.company, taxNumber: foxtail.taxNumber };
const companyOf = async (number: string) =>
  db.orderCompany.findFirst({ where: { order: { number } }, select: { name: true, taxNumber: true } });

async function buyerWithCart(): Promise<SignedIn> {
  const [variant] = (await makeShop(5)).variantIds as [string];
  const buyer = (await makeFans(1))[0]!;
  await put(buyer, variant);
  return buyer;
}

describe('a company', () => {
  it('is frozen on the order of a drop, on its invoice, for its buyer and in the file of staff', async () => {
    const { buyer, claimId } = await makeHold();
    const { number, payUrl } = await placeOrder(buyer, orderFor(claimId, foxtail));
    await payDemo(payUrl!.split('/').at(-1)!, 'success');
    await runJobs();
    const order = (await getOwnOrder(reading(buyer), { number }))!;
    expect(order.company).toEqual(asKept);
    const invoice = await readOwnInvoice(buyer, { number }, order.invoices[0]!.id);
    expect(paperOf(invoice!).to.slice(0, 3)).toEqual(['Foxtail Audio', 'Tax no. DE123456789', address.name]);
    const [cells] = await orderCells({ db }, { ids: [order.id] });
    const row = Object.fromEntries(orderHead.map((name, at) => [name, cells![at]]));
    expect(row).toMatchObject({ number, company: 'Foxtail Audio', tax_number: 'DE123456789' });
    expect(orderHead).toHaveLength(cells!.length);
    const staff = await makeOperator();
    expect((await transact(openOrder)(staff, { number, reason: 'Asked' })).company).toEqual(asKept);
    // A paid order keeps it.
    expect(await refusal(placeOrder(buyer, orderFor(claimId, { company: 'Other' })))).toBe('order-moved-on');
    await changeCompany({ db }, { orderId: order.id, company: undefined });
    expect(await companyOf(number)).toEqual(asKept);
  });

  it('is changed while the order of a drop is unpaid, taken off, and left alone by who says nothing of it', async () => {
    const { buyer, claimId } = await makeHold();
    const { number } = await placeOrder(buyer, orderFor(claimId, foxtail), { now: clock() });
    const again = (more: object) => placeOrder(buyer, orderFor(claimId, more));
    expect((await again({})).number).toBe(number);
    expect(await companyOf(number)).toEqual(asKept);
    await again({ company: 'Other', taxNumber: '' });
    expect(await companyOf(number)).toEqual({ name: 'Other', taxNumber: '' });
    await again({ company: '', taxNumber: '' });
    expect(await companyOf(number)).toBeNull();
  });

  it('is frozen on the order of a cart, which is not ordered again for another one', async () => {
    const buyer = await buyerWithCart();
    const input = await cartOrderFor(buyer, foxtail);
    const { number } = await placeCartOrder(buyer, input);
    expect(await companyOf(number)).toEqual(asKept);
    expect((await placeCartOrder(buyer, input)).number).toBe(number);
    expect(await refusal(placeCartOrder(buyer, { ...input, company: 'Other' }))).toBe('cart-ordered');
  });
});

describe('an address that is to be kept', () => {
  it('is kept once, however often and however typed it is ordered to', async () => {
    const buyer = await buyerWithCart();
    const input = await cartOrderFor(buyer, { ...foxtail, keep: true });
    await Promise.all([placeCartOrder(buyer, input), placeCartOrder(buyer, input)]);
    const { claimId } = await makeHold();
    await db.claim.update({ where: { id: claimId }, data: { memberId: buyer.id } });
    await placeOrder(buyer, orderFor(claimId, { line1: '5, MILL LANE', keep: true }));
    expect(await listAddresses(reading(buyer))).toMatchObject([{ line1: '5 Mill Lane', ...foxtail }]);
  });

  it('is none where nobody asks for it, of a guest, or of an order that was refused', async () => {
    const buyer = await buyerWithCart();
    const input = await cartOrderFor(buyer, { keep: true });
    expect(await refusal(placeCartOrder(buyer, { ...input, version: 99 }))).toBe('cart-changed');
    await placeCartOrder(buyer, { ...input, keep: false });
    expect(await listAddresses(reading(buyer))).toEqual([]);
    const [variant] = (await makeShop(5)).variantIds as [string];
    const token = newCartToken();
    await put(guest, variant, 1, token);
    const { id, version } = await db.cart.findUniqueOrThrow({ where: { tokenDigest: cartDigest(token) } });
    const before = await db.savedAddress.count();
    await placeCartOrder(
      guest,
      { ...address, locale: 'en', cartId: id, version, email: `${id}@guest.example`, keep: true },
      { browser: { token, network: id } },
    );
    expect(await db.savedAddress.count()).toBe(before);
  });

  it('finds no room, and the order stands', async () => {
    const buyer = await buyerWithCart();
    for (let house = 1; house <= mostAddresses; house += 1)
      await transact(saveAddress)(buyer, { ...address, line1: `${100 + house} Mill Lane`, company: '', taxNumber: '' });
    const { number } = await placeCartOrder(buyer, await cartOrderFor(buyer, { keep: true }));
    expect(number).toHaveLength(10);
    expect(await listAddresses(reading(buyer))).toHaveLength(mostAddresses);
  });
});
