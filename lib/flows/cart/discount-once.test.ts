/** A discount once for each buyer: by the member, and by the mailbox of a guest however it is written; and nobody who had it is kept from ordering. */
import { afterEach, describe, expect, it } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { inRawTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { cartDigest, newCartToken } from '@/lib/cart/token';
import { together } from '@/lib/cart/choices/together';
import { readCart } from '@/lib/cart/queries';
import { after, clock, minute } from '@/lib/core/time';
import { saveDiscount, useDiscounts } from '@/lib/discounts/commands';
import { discountCart, listRules } from '@/lib/discounts/queries';
import { endUnpaidOrders, withdrawOrder } from '@/lib/flows/orders/end-cart-order';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';
import { address } from '@/tests/support/addresses';
import { cartOrderFor, makeCartOrder, makeShop, put } from '@/tests/support/cart-factories';
import { endDiscounts, makeDiscount, plainDiscount } from '@/tests/support/discount-factories';
import { makeFans, makeOperator } from '@/tests/support/drop-factories';
import { refusal } from '@/tests/support/refusal';

afterEach(endDiscounts);

const usesOf = (discountId: string) => db.discountUse.count({ where: { discountId, freedAt: null } });

// A guest with a piece in their cart, who may ask for the order more than once.
async function guestWith(variantId: string, email: string) {
  const token = newCartToken();
  await put(guest, variantId, 1, token);
  const { id, version } = await db.cart.findUniqueOrThrow({ where: { tokenDigest: cartDigest(token) } });
  return {
    order: () =>
      placeCartOrder(
        guest,
        { ...address, locale: 'en', cartId: id, version, email },
        { browser: { token, network: `10.0.${Math.random()}` } },
      ),
    given: async () => {
      const read = reading(guest);
      const cart = (await readCart(read, { token }))!;
      return (await discountCart(read, { ...cart, currency: together(cart.lines)!.currency })).given.length;
    },
  };
}
const variant = async () => (await makeShop(50)).variantIds[0]!;
const withCart = async (buyer: SignedIn) => {
  await put(buyer, await variant(), 1);
  return buyer;
};

describe('a discount once for each buyer', () => {
  it('is given once to a member, and to two orders of a guest at once', async () => {
    const discountId = await makeDiscount({ percent: 20, oncePerBuyer: true });
    const [buyer] = await makeFans(1);
    const order = async () => placeCartOrder(buyer!, await cartOrderFor(await withCart(buyer!)));
    const [first, second] = [await order(), await order()];
    const got = (number: string) => db.orderDiscount.count({ where: { order: { number } } });
    expect([await got(first.number), await got(second.number), await usesOf(discountId)]).toEqual([1, 0, 1]);
    const piece = await variant();
    const guests = [await guestWith(piece, 'anna@guest.example'), await guestWith(piece, 'anna@guest.example')];
    const ends = await Promise.all(guests.map(({ order: place }) => refusal(place())));
    expect(ends.toSorted()).toEqual(['discount-once', 'done']);
    expect(await usesOf(discountId)).toBe(2);
  });

  it('that is given by itself keeps no guest who had it from ordering without it', async () => {
    const discountId = await makeDiscount({ percent: 20, oncePerBuyer: true });
    const piece = await variant();
    await (await guestWith(piece, 'ben@guest.example')).order();
    const again = await guestWith(piece, 'ben@guest.example');
    expect([await again.given(), await refusal(again.order()), await again.given()]).toEqual([1, 'discount-once', 0]);
    const { number } = await again.order();
    expect(await db.orderDiscount.count({ where: { order: { number } } })).toBe(0);
    expect(await usesOf(discountId)).toBe(1);
  });

  it('is not given again to the same mailbox in other writing, nor to its owner who signs in', async () => {
    const discountId = await makeDiscount({ percent: 20, oncePerBuyer: true });
    const piece = await variant();
    await (await guestWith(piece, 'j.doe@gmail.com')).order();
    for (const email of ['jdoe@gmail.com', 'j.doe+2@gmail.com', 'jd.oe@googlemail.com'])
      expect(await refusal((await guestWith(piece, email)).order())).toBe('discount-once');
    const guests = await Promise.all(
      ['l.doe@gmail.com', 'ldoe+1@gmail.com', 'ldoe@gmail.com'].map((email) => guestWith(piece, email)),
    );
    const ends = await Promise.all(guests.map(({ order }) => refusal(order())));
    expect(ends.toSorted()).toEqual(['discount-once', 'discount-once', 'done']);
    const [member] = await makeFans(1);
    await db.member.update({
      where: { id: member!.id },
      data: { email: 'jdoe+shop@gmail.com', emailVerifiedAt: clock() },
    });
    await withCart(member!);
    await placeCartOrder(member!, await cartOrderFor(member!));
    expect(await usesOf(discountId)).toBe(2);
    expect(await refusal((await guestWith(piece, 'k.doe@gmail.com')).order())).toBe('done');
  });

  it('counts what its buyers had before it was made one, of guests too', async () => {
    const discountId = await makeDiscount({ percent: 20 });
    const piece = await variant();
    await (await guestWith(piece, 'cleo@guest.example')).order();
    const once = { ...plainDiscount, percent: 20, discountId, shown: 1, oncePerBuyer: true };
    await transact(saveDiscount)(await makeOperator(), once);
    for (const email of ['cleo@guest.example', 'cleo+2@guest.example'])
      expect(await refusal((await guestWith(piece, email)).order())).toBe('discount-once');
    expect(await usesOf(discountId)).toBe(1);
  });

  it('comes back once, however often and by whomever the order is ended at one moment', async () => {
    const discountId = await makeDiscount({ percent: 20, mostUses: 5 });
    const piece = await variant();
    await makeCartOrder([[piece, 1]]);
    const { buyer, placed } = await makeCartOrder([[piece, 1]]);
    const late = after(clock(), 40 * minute);
    await db.order.update({ where: { number: placed.number }, data: { heldUntil: after(clock(), -minute) } });
    await Promise.all([
      ...Array.from({ length: 4 }, () => refusal(withdrawOrder(buyer, { number: placed.number }))),
      ...Array.from({ length: 3 }, () => endUnpaidOrders(clock())),
    ]);
    const { used } = await db.discount.findUniqueOrThrow({ where: { id: discountId } });
    expect([used, await usesOf(discountId)]).toEqual([1, 1]);
    await endUnpaidOrders(late);
    expect((await db.discount.findUniqueOrThrow({ where: { id: discountId } })).used).toBe(0);
  });
});

describe('a discount that staff change while an order is placed', () => {
  const ruleOf = async (id: string) =>
    (await listRules(reading(guest), [{ code: null, currency: 'USD', had: [], buyer: null }]))[0]!.find(
      (rule) => rule.id === id,
    )!;
  const use = ({ orderId, buyer }: { orderId: string; buyer: SignedIn }, rule: Awaited<ReturnType<typeof ruleOf>>) =>
    refusal(
      inRawTransaction(system, (ctx) =>
        useDiscounts(ctx, { orderId, memberId: buyer.id, guestEmail: null, discounts: [rule] }),
      ),
    );

  it('is not given as it was: a most that was set meanwhile holds for it too', async () => {
    const piece = await variant();
    const orders = [await makeCartOrder([[piece, 1]]), await makeCartOrder([[piece, 1]])];
    const id = await makeDiscount({ percent: 20 });
    const before = await ruleOf(id);
    const set = { ...plainDiscount, percent: 20, discountId: id, shown: 1, mostUses: 1 };
    await transact(saveDiscount)(await makeOperator(), set);
    expect([await use(orders[0]!, before), await usesOf(id)]).toEqual(['discount-gone', 0]);
    const now = await ruleOf(id);
    expect([await use(orders[0]!, now), await use(orders[1]!, now)]).toEqual(['done', 'discount-gone']);
  });

  it('waits for an order that has it already, and counts that', async () => {
    const order = await makeCartOrder([[await variant(), 1]]);
    const id = await makeDiscount({ percent: 20 });
    const rule = await ruleOf(id);
    const operator = await makeOperator();
    let saving: Promise<unknown> = Promise.resolve();
    await inRawTransaction(system, async (ctx) => {
      const { orderId, buyer } = order;
      await useDiscounts(ctx, { orderId, memberId: buyer.id, guestEmail: null, discounts: [rule] });
      saving = transact(saveDiscount)(operator, { ...plainDiscount, discountId: id, shown: 1, mostUses: 1 });
      await new Promise((done) => setTimeout(done, 300));
    });
    await saving;
    expect((await db.discount.findUniqueOrThrow({ where: { id } })).used).toBe(1);
  });
});
