/** Discounts from the cart to the order: what is taken off adds up everywhere, and no discount is given oftener than it may be, however many ask at once. */
import { afterEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { readTerms } from '@/lib/core/market';
import { after, clock, minute } from '@/lib/core/time';
import { together } from '@/lib/cart/choices/together';
import { readCart } from '@/lib/cart/queries';
import { cartDigest, newCartToken } from '@/lib/cart/token';
import { writeAndProve } from '@/lib/flows/accounting/prove-books';
import { endUnpaidOrders, withdrawOrder } from '@/lib/flows/orders/end-cart-order';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';
import { billOf } from '@/lib/orders/totals';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { cartOrderFor, makeShop, put } from '@/tests/support/cart-factories';
import { endDiscounts, makeDiscount } from '@/tests/support/discount-factories';
import { makeFans } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

import { applyCode } from './apply-code';
import { discountCart } from '@/lib/discounts/queries';

afterEach(endDiscounts);

const here = { token: null, network: '10.0.0.9' };
const say = (buyer: SignedIn, code: string) => applyCode(buyer, { code }, here);
async function cartOf(buyer: SignedIn) {
  const read = reading(buyer);
  const cart = (await readCart(read, { token: null }))!;
  const found = await discountCart(read, { ...cart, currency: together(cart.lines)!.currency });
  return { code: found.code?.state ?? null, given: found.given.map(({ amountMinor }) => amountMinor) };
}
async function withCart(pieces = 2, buyer?: SignedIn) {
  const { variantIds } = await makeShop(500, 500);
  const who = buyer ?? (await makeFans(1))[0]!;
  await put(who, variantIds[0]!, pieces);
  return who;
}
const order = async (buyer: SignedIn) => {
  const placed = await placeCartOrder(buyer, await cartOrderFor(buyer));
  const found = await db.order.findUniqueOrThrow({
    where: { number: placed.number },
    include: { lines: true, discounts: { orderBy: { position: 'asc' } }, discountUses: true },
  });
  return { ...found, payUrl: placed.payUrl };
};
const pay = async ({ payUrl }: { payUrl: string | null }) => {
  await payDemo(payUrl!.split('/').at(-1)!, 'success');
  await runJobs();
};
const usesOf = (discountId: string) => db.discountUse.count({ where: { discountId, freedAt: null } });
const usedOf = async (id: string) => (await db.discount.findUniqueOrThrow({ where: { id } })).used;

describe('an order', () => {
  it('gets what its cart was shown: lines, bill and payment come to the same, and the books prove', async () => {
    await makeDiscount({ code: 'SPRING-15', percent: 15, combines: true });
    await makeDiscount({ title: 'Free post', kind: 'SHIPPING', percent: null, leastMinor: 100 });
    const buyer = await withCart(3);
    await say(buyer, 'spring-15');
    const [{ given, code }, list] = [await cartOf(buyer), (await readCart(reading(buyer), { token: null }))!.lines];
    const goods = list.reduce((sum, line) => sum + line.quantity * line.goods.priceMinor, 0);
    expect([code, given]).toEqual(['given', [Math.round(goods * 0.15), 0]]);
    const made = await order(buyer);
    const [off, post] = made.discounts;
    expect([off!.code, off!.amountMinor, post!.ofShipping]).toEqual(['SPRING-15', given[0], true]);
    expect(made.lines.reduce((sum, line) => sum + line.discountMinor, 0)).toBe(given[0]);
    expect(made.lines.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0)).toBe(made.totalMinor);
    const bill = billOf(made, goods, readTerms(made.terms).tax, made.discounts);
    const shown =
      bill.goodsMinor + bill.shippingMinor - bill.discounts.reduce((sum, each) => sum + each.amountMinor, 0);
    expect(bill.taxIncluded ? shown : shown + bill.taxMinor).toBe(made.totalMinor);
    expect([bill.shippingMinor, post!.amountMinor]).toEqual([post!.amountMinor, post!.amountMinor]);
    await pay(made);
    expect((await db.order.findUniqueOrThrow({ where: { id: made.id } })).state).toBe('PAID');
    const [invoice] = await db.invoice.findMany({ where: { orderId: made.id } });
    expect((invoice!.content as { totalMinor: number }).totalMinor).toBe(made.totalMinor);
    expect(await writeAndProve(clock())).toEqual([]);
  });

  it('keeps its discount when that ends, and a later cart has none', async () => {
    await makeDiscount({ percent: 50 });
    const buyer = await withCart();
    const made = await order(buyer);
    await endDiscounts();
    await pay(made);
    expect((await db.orderLine.findMany({ where: { orderId: made.id } }))[0]!.discountMinor).toBeGreaterThan(0);
    expect(await cartOf(await withCart())).toEqual({ code: null, given: [] });
  });

  it('whose goods cost nothing any more pays its shipping alone', async () => {
    await makeDiscount({ percent: 100 });
    const made = await order(await withCart());
    expect(made.lines[0]).toMatchObject({ netMinor: 0, taxMinor: 0 });
    expect(made.totalMinor).toBe(made.shippingMinor + made.taxMinor);
    await pay(made);
    expect(await writeAndProve(clock())).toEqual([]);
  });
});

describe('a code', () => {
  it('says what is in its way, is found however it is typed, and is refused where there is none', async () => {
    const buyer = await withCart();
    expect(await refusal(say(buyer, 'NOTHING'))).toBe('discount-unknown');
    expect(await refusal(say(buyer, "x'; DROP"))).toBe('discount-unknown');
    await makeDiscount({ code: 'LATER', startsAt: after(clock(), 10 * minute) });
    expect(await refusal(say(buyer, 'LATER'))).toBe('discount-unknown');
    await makeDiscount({ code: 'MUCH', leastMinor: 99_999_999 });
    await say(buyer, ' much ');
    expect(await cartOf(buyer)).toEqual({ code: 'least', given: [] });
    const only = await makeDiscount({ code: 'OTHER', productIds: [(await db.product.findFirstOrThrow()).id] });
    await db.discountProduct.deleteMany({ where: { discountId: only } });
    await say(buyer, 'OTHER');
    expect(await cartOf(buyer)).toEqual({ code: 'not-for', given: [] });
    await makeDiscount({ code: 'EUROS', currency: 'EUR' });
    await say(buyer, 'EUROS');
    expect(await cartOf(buyer)).toEqual({ code: 'not-for', given: [] });
    await makeDiscount({ code: 'SMALL', percent: 1 });
    await makeDiscount({ percent: 20 });
    await say(buyer, 'SMALL');
    expect((await cartOf(buyer)).code).toBe('beaten');
    await say(buyer, '');
    expect((await cartOf(buyer)).code).toBeNull();
  });

  it('is tried out by nobody', async () => {
    const buyer = await withCart();
    const ends = new Set<string>();
    for (let guess = 0; guess < 22; guess++) ends.add(await refusal(say(buyer, `GUESS-${guess}`)));
    expect(ends).toEqual(new Set(['discount-unknown', 'rate-limited']));
  });

  it('that is right is no try: a network of many buyers types it as often as they like', async () => {
    await makeDiscount({ code: 'RIGHT' });
    const [network, { variantIds }, token] = ['10.0.7.1', await makeShop(5), newCartToken()];
    await put(guest, variantIds[0]!, 1, token);
    const type = (code: string) => refusal(applyCode(guest, { code }, { token, network }));
    const ends = new Set<string>();
    for (let buyer = 0; buyer < 25; buyer++) ends.add(await type('RIGHT'));
    expect(ends).toEqual(new Set(['done']));
    for (let guess = 0; guess < 20; guess++) expect(await type(`WRONG-${guess}`)).toBe('discount-unknown');
    expect([await type('WRONG-20'), await type('RIGHT')]).toEqual(['rate-limited', 'rate-limited']);
  });

  it('of a guest comes into their own cart alone, and into the member’s at sign-in', async () => {
    await makeDiscount({ code: 'HELLO' });
    const [token, { variantIds }] = [newCartToken(), await makeShop(5)];
    await put(guest, variantIds[0]!, 1, token);
    await applyCode(guest, { code: 'HELLO' }, { token, network: '10.0.0.7' });
    expect(await refusal(applyCode(guest, { code: 'HELLO' }, { token: newCartToken(), network: '10.0.0.7' }))).toBe(
      'not-found',
    );
    expect((await db.cart.findUniqueOrThrow({ where: { tokenDigest: cartDigest(token) } })).code).toBe('HELLO');
    const member = await makeMember();
    await put(member, variantIds[0]!, 1, token);
    expect((await db.cart.findUniqueOrThrow({ where: { memberId: member.id } })).code).toBe('HELLO');
  });
});

describe('a discount for so many orders', () => {
  it('is given to no more of them, however many are placed at once', async () => {
    const discountId = await makeDiscount({ percent: 30, mostUses: 3 });
    const { variantIds } = await makeShop(500);
    const buyers = await makeFans(10);
    for (const buyer of buyers) await put(buyer, variantIds[0]!, 1);
    const ends = await Promise.all(
      buyers.map(async (buyer) => refusal(placeCartOrder(buyer, await cartOrderFor(buyer)))),
    );
    expect(ends.filter((end) => end !== 'done' && end !== 'discount-gone')).toEqual([]);
    expect([await usesOf(discountId), await usedOf(discountId)]).toEqual([3, 3]);
    // Those who were refused see another total, and order without it.
    for (const [at, buyer] of buyers.entries())
      if (ends[at] !== 'done') await placeCartOrder(buyer, await cartOrderFor(buyer));
    expect([await usesOf(discountId), await db.orderDiscount.count({ where: { discountId } })]).toEqual([3, 3]);
  });

  it('would be given to all who ask at once if it were only looked up', async () => {
    const discountId = await makeDiscount({ percent: 30, mostUses: 1 });
    const looked = await Promise.all(
      (await makeFans(6)).map(async () => {
        const { rows } = await pool.query<{ left: boolean }>(
          'SELECT "used" < "mostUses" AS left FROM "Discount", pg_sleep(0.05) WHERE "id" = $1',
          [discountId],
        );
        return rows[0]!.left;
      }),
    );
    expect(looked.filter(Boolean)).toHaveLength(6);
  });

  it('is free again when an order is taken back or never paid, and its code is in the cart again', async () => {
    const discountId = await makeDiscount({ code: 'ONE', mostUses: 1, oncePerBuyer: true });
    const buyer = await withCart();
    await say(buyer, 'ONE');
    const first = await order(buyer);
    expect(await usedOf(discountId)).toBe(1);
    await withdrawOrder(buyer, { number: first.number });
    expect([await usedOf(discountId), await usesOf(discountId)]).toEqual([0, 0]);
    expect(await cartOf(buyer)).toMatchObject({ code: 'given' });
    const second = await order(buyer);
    await endUnpaidOrders(after(clock(), 40 * minute));
    expect([await usedOf(discountId), await usesOf(discountId)]).toEqual([0, 0]);
    expect(second.discounts).toHaveLength(1);
  });

  it('stays with an order whose money came late', async () => {
    const discountId = await makeDiscount({ mostUses: 1 });
    const late = await order(await withCart());
    await payDemo(late.payUrl!.split('/').at(-1)!, 'late');
    await endUnpaidOrders(after(clock(), 40 * minute));
    expect(await usedOf(discountId)).toBe(0);
    await runJobs(after(clock(), 40 * minute));
    expect((await db.order.findUniqueOrThrow({ where: { id: late.id } })).state).toBe('PAID');
    expect([await usedOf(discountId), await usesOf(discountId)]).toEqual([1, 1]);
  });
});
