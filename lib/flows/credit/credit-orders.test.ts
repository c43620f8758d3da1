/** Orders that are paid with credit: the gateway is asked for the rest, what lapses and is refunded comes back, and the books agree throughout. */
import { describe, expect, it } from 'vitest';

import { guest, system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, minute } from '@/lib/core/time';
import { newCartToken, cartDigest } from '@/lib/cart/token';
import { disableCard } from '@/lib/credit/commands';
import { expireCards } from '@/lib/credit/schedules/expire';
import { writeAndProve } from '@/lib/flows/accounting/prove-books';
import { applyCode } from '@/lib/flows/cart/apply-code';
import { endUnpaidOrders } from '@/lib/flows/orders/end-cart-order';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { limits } from '@/lib/discounts/limits';
import { settleDemo, payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { address } from '@/tests/support/addresses';
import { makeShop, put } from '@/tests/support/cart-factories';
import { balanceOf, giveMember, makeCard, orderWithCredit, readOrder } from '@/tests/support/credit-factories';
import { makeFans, makeOperator } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { standOfStock } from '@/tests/support/stock-factories';

const variant = async (units = 20) => (await makeShop(units)).variantIds[0]!;
const past = () => after(clock(), 31 * minute);
const proved = async () => expect(await writeAndProve(after(clock(), 6 * minute))).toEqual([]);
const member = async (amount: string) => {
  const [buyer] = await makeFans(1);
  return { buyer: buyer!, account: await giveMember(buyer!, amount) };
};
const pay = async (sessionId: string | null) => {
  await payDemo(sessionId!, 'success');
  await runJobs();
};

describe('an order that credit pays a part of', () => {
  it('asks the gateway for the rest, is settled by it, and goes back to where each came from', async () => {
    const { buyer, account } = await member('50.00');
    const { order, card, credits, number } = await orderWithCredit(await variant(), { buyer });
    expect([order.creditMinor, card.amountMinor, credits.map(({ state }) => state)]).toEqual([
      5000,
      order.totalMinor - 5000,
      ['PAID'],
    ]);
    expect([order.state, await balanceOf(account)]).toEqual(['PENDING', 0]);
    await proved();
    await pay(card.sessionId);
    expect((await readOrder(number)).order.state).toBe('PAID');
    await proved();
    const operator = await makeOperator();
    // Of a part the gateway's money goes first; of all the rest each payment gives what it brought.
    await refundOrder(operator, { number, reason: 'A scratch', amount: '10.00' });
    await runJobs();
    expect([await balanceOf(account), (await readOrder(number)).order.state]).toEqual([0, 'PAID']);
    await refundOrder(operator, { number, reason: 'All of it' });
    await runJobs();
    const end = await readOrder(number);
    expect([end.order.state, await balanceOf(account)]).toEqual(['REFUNDED', 5000]);
    const of = (id: string) =>
      end.order.refunds.filter(({ paymentId }) => paymentId === id).map((each) => each.amountMinor);
    expect([of(card.id), of(credits[0]!.id)]).toEqual([[1000, card.amountMinor - 1000], [5000]]);
    expect(await refusal(refundOrder(operator, { number, reason: 'Once more' }))).toBe('not-refundable');
    await proved();
  });

  it('goes back to the store credit alone where staff say so', async () => {
    const { buyer, account } = await member('20.00');
    const { order, card, number } = await orderWithCredit(await variant(), { buyer });
    await pay(card.sessionId);
    await refundOrder(await makeOperator(), { number, reason: 'They asked', toCredit: true });
    await runJobs();
    expect([(await readOrder(number)).order.state, await balanceOf(account)]).toEqual(['REFUNDED', order.totalMinor]);
    await proved();
  });

  it('that is covered wholly is paid at once, without a gateway', async () => {
    const { buyer, account } = await member('900.00');
    const { order, card, placed } = await orderWithCredit(await variant(), { buyer });
    expect([placed.payUrl, card.provider, card.amountMinor, order.state]).toEqual([null, 'free', 0, 'PAID']);
    expect(await balanceOf(account)).toBe(90_000 - order.totalMinor);
    await runJobs();
    await proved();
  });

  it('gives it back once where it is not paid, and takes it again where its money comes late', async () => {
    const piece = await variant(1);
    const { buyer, account } = await member('50.00');
    const { card, number } = await orderWithCredit(piece, { buyer });
    await endUnpaidOrders(past());
    await endUnpaidOrders(past());
    expect([(await readOrder(number)).order.state, await balanceOf(account)]).toEqual(['CANCELLED', 5000]);
    await proved();
    await settleDemo(card.sessionId!, { late: true });
    await runJobs();
    expect([(await readOrder(number)).order.state, await balanceOf(account)]).toEqual(['PAID', 0]);
    await proved();
  });

  it('buys nothing by late money where its credit is spent by then: all of it goes back', async () => {
    const piece = await variant(3);
    const { buyer, account } = await member('50.00');
    const first = await orderWithCredit(piece, { buyer });
    await endUnpaidOrders(past());
    await orderWithCredit(piece, { buyer });
    await settleDemo(first.card.sessionId!, { late: true });
    await runJobs();
    const { order } = await readOrder(first.number);
    expect([order.state, await balanceOf(account)]).toEqual(['REFUNDED', 0]);
    expect(await standOfStock(piece)).toMatchObject({ OPEN: 1, HELD: 2 });
    await proved();
  });

  it('refuses where there is less than was shown', async () => {
    const { buyer } = await member('20.00');
    await put(buyer, await variant());
    const cart = await db.cart.findUniqueOrThrow({ where: { memberId: buyer.id } });
    const asked = { ...address, locale: 'en', cartId: cart.id, version: cart.version, useCredit: true } as const;
    expect(await refusal(placeCartOrder(buyer, { ...asked, shownCredit: 5000 }))).toBe('credit-changed');
    const { number } = await placeCartOrder(buyer, { ...asked, shownCredit: 1500 });
    expect((await readOrder(number)).order.creditMinor).toBe(1500);
  });
});

describe('a gift card', () => {
  // A guest with a piece in their cart, from a network of their own.
  async function guestWith(variantId: string) {
    const token = newCartToken();
    const network = `10.9.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`;
    await put(guest, variantId, 1, token);
    return {
      type: (code: string) => applyCode(guest, { code }, { token, network }),
      order: async () => {
        const { id, version } = await db.cart.findUniqueOrThrow({ where: { tokenDigest: cartDigest(token) } });
        const asked = {
          ...address,
          locale: 'en',
          cartId: id,
          version,
          email: 'gift@guest.example',
          useCredit: true,
        } as const;
        return placeCartOrder(guest, asked, { browser: { token, network } });
      },
    };
  }

  it('is spent by a guest who types its code as they like, and is kept as a digest alone', async () => {
    const { accountId, code } = await makeCard('30.00');
    const buyer = await guestWith(await variant());
    await buyer.type(` ${code.toLowerCase().match(/.{4}/g)!.join('-')} `);
    const { number } = await buyer.order();
    expect([(await readOrder(number)).order.creditMinor, await balanceOf(accountId)]).toEqual([3000, 0]);
    // A guest has no balance to put a refund into.
    await pay((await readOrder(number)).card.sessionId);
    const asked = { number, reason: 'They asked', toCredit: true };
    expect(await refusal(refundOrder(await makeOperator(), asked))).toBe('refund-guest');
    const row = await db.creditAccount.findUniqueOrThrow({ where: { id: accountId } });
    expect(JSON.stringify(row)).not.toContain(code);
    const audited = await db.auditEntry.findMany({ where: { subjectId: accountId } });
    expect([audited.length, JSON.stringify(audited).includes(code)]).toEqual([1, false]);
  });

  it('sounds the same whatever is the matter with its code, and codes cannot be tried out', async () => {
    const piece = await variant();
    const [spent, off, over] = [
      await makeCard('5.00'),
      await makeCard('5.00'),
      await makeCard('5.00', after(clock(), day)),
    ];
    await orderWithCredit(piece, { cardId: spent.accountId });
    await transact(disableCard)(await makeOperator(), { accountId: off.accountId, act: 'disable', reason: 'Stolen' });
    await db.creditAccount.update({ where: { id: over.accountId }, data: { expiresAt: after(clock(), -minute) } });
    const buyer = await guestWith(piece);
    const ends = await Promise.all(
      [spent.code, off.code, over.code, 'NOTACODE00000000', 'x'].map((code) => refusal(buyer.type(code))),
    );
    expect(new Set(ends)).toEqual(new Set(['discount-unknown']));
    for (let at = ends.length; at < limits.tryCode.count; at += 1) await refusal(buyer.type('0000000000000000'));
    expect(await refusal(buyer.type((await makeCard('5.00')).code))).toBe('rate-limited');
  });

  it('that has expired ends in the books, and what comes back to it may be spent again', async () => {
    const card = await makeCard('40.00', after(clock(), day));
    const { card: payment, number } = await orderWithCredit(await variant(), { cardId: card.accountId });
    await pay(payment.sessionId);
    await db.creditAccount.update({ where: { id: card.accountId }, data: { expiresAt: after(clock(), -minute) } });
    const left = await makeCard('7.00', after(clock(), day));
    await expireCards(after(clock(), 2 * day));
    expect(await balanceOf(left.accountId)).toBe(0);
    await refundOrder(await makeOperator(), { number, reason: 'All of it' });
    await runJobs();
    const { balanceMinor, expiresAt } = await db.creditAccount.findUniqueOrThrow({ where: { id: card.accountId } });
    expect([balanceMinor, expiresAt! > after(clock(), 89 * day)]).toEqual([4000, true]);
    expect(await writeAndProve(after(clock(), 3 * day))).toEqual([]);
  });
});

it('issues no more than staff may, and gives nothing to who may not', async () => {
  const [fan] = await makeFans(1);
  expect(await refusal(giveMember(fan!, '5.00', fan))).toBe('not-found');
  expect(await refusal(giveMember(fan!, '0'))).toBe('credit-amount');
  expect(await refusal(giveMember({ ...fan!, handle: 'nobody-of-this-name' }, '5.00'))).toBe('credit-nobody');
  expect(await refusal(giveMember(fan!, '5.00', system))).toBe('done');
});
