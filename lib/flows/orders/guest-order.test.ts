/** Orders of people without an account: whose they become, who may open them, and what they are told. */
import { describe, expect, it } from 'vitest';

import { guest } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { cartDigest, newCartToken } from '@/lib/cart/token';
import { confirm, signUp } from '@/lib/flows/members/sign-up';
import { guestKeys } from '@/lib/orders/guest-key';
import { limits } from '@/lib/orders/limits';
import { getLastAddress, getLastCountry, getOwnOrder } from '@/lib/orders/queries';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { address } from '@/tests/support/addresses';
import { makeShop, put } from '@/tests/support/cart-factories';
import { makeMember } from '@/tests/support/factories';
import { codeFor, mailsTo } from '@/tests/support/mailed-code';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { standOfStock } from '@/tests/support/stock-factories';
import { word } from '@/tests/support/word';

import { endUnpaidOrders, withdrawOrder } from './end-cart-order';
import { placeCartOrder, type GuestBrowser } from './place-cart-order';
import { resumePayment } from './place-order';
import { sendOrderLink } from './send-order-link';

const newAddress = () => `${word()}@guest.example`;

/** A guest's browser with pieces of a variant in its cart. */
async function browserWith(variantId: string, pieces = 1): Promise<GuestBrowser & { token: string }> {
  const token = newCartToken();
  await put(guest, variantId, pieces, token);
  return { token, network: `net-${word()}` };
}
async function inputOf({ token }: { token: string }, email: string | undefined) {
  const { id, version } = await db.cart.findUniqueOrThrow({ where: { tokenDigest: cartDigest(token) } });
  return { ...address, locale: 'en' as const, cartId: id, version, email };
}
async function ordered(email = newAddress(), pieces = 2) {
  const [variant] = (await makeShop(3)).variantIds as [string];
  const browser = await browserWith(variant, pieces);
  const placed = await placeCartOrder(guest, await inputOf(browser, email), { browser });
  const order = await db.order.findUniqueOrThrow({ where: { number: placed.number }, include: { member: true } });
  return { variant, browser, email, placed, order, key: placed.key!, sessionId: placed.payUrl!.split('/').at(-1)! };
}
const linesOf = async (token: string) =>
  db.cartLine.findMany({ where: { cart: { tokenDigest: cartDigest(token) } }, select: { quantity: true } });

describe('a guest’s order', () => {
  it('is of a customer with the address that was given, is paid, and told by mail with the link that opens it', async () => {
    const { order, email, key, sessionId, variant } = await ordered();
    expect(order).toMatchObject({ guestEmail: email, state: 'PENDING' });
    expect(order.member).toMatchObject({ email, handle: null, emailVerifiedAt: null, name: address.name });
    await payDemo(sessionId, 'success');
    await runJobs();
    expect(await standOfStock(variant)).toMatchObject({ OPEN: 1, SOLD: 2 });
    const mails = await mailsTo(email);
    expect(mails.map(({ kind }) => kind)).toEqual(['order.paid']);
    expect(mails[0]!.text).toContain(`/en/order/${key}`);
    expect(await db.notification.count({ where: { memberId: order.memberId } })).toBe(0);
    const seen = await getOwnOrder(reading(guest), { key });
    expect(seen).toMatchObject({ number: order.number, state: 'PAID' });
  });

  it('is opened by its key alone, which opens no member’s order', async () => {
    const { order, key } = await ordered();
    const stranger = await makeMember();
    const read = reading(guest);
    expect(await getOwnOrder(read, { number: order.number })).toBeNull();
    expect(await getOwnOrder(reading(stranger), { number: order.number })).toBeNull();
    for (const made of [`${order.id}.`, order.id, `${key}x`, `${key}.${key}`, guestKeys.make(stranger.id)])
      expect(await getOwnOrder(read, { key: made })).toBeNull();
    expect(await refusal(withdrawOrder(guest, { number: order.number }))).toBe('signed-out');
    expect(await refusal(resumePayment(guest, { number: order.number }))).toBe('signed-out');
    expect(await refusal(withdrawOrder(guest, { key: `${order.id}.x` }))).toBe('not-found');
    await pool.query('UPDATE "Order" SET "guestEmail" = NULL WHERE "id" = $1', [order.id]);
    expect(await getOwnOrder(read, { key })).toBeNull();
    expect(await refusal(resumePayment(guest, { key }))).toBe('not-found');
  });

  it('is one order however often it is sent by its browser, and none for another one that knows the cart’s id', async () => {
    const [variant] = (await makeShop(5)).variantIds as [string];
    const browser = await browserWith(variant, 2);
    const input = await inputOf(browser, newAddress());
    const other = await browserWith(variant, 1);
    expect(await refusal(placeCartOrder(guest, input, { browser: other }))).toBe('cart-changed');
    const placed = await Promise.all(Array.from({ length: 6 }, () => placeCartOrder(guest, input, { browser })));
    expect(new Set(placed.map(({ key }) => key)).size).toBe(1);
    expect(await db.order.count({ where: { cartId: input.cartId } })).toBe(1);
    expect(await refusal(placeCartOrder(guest, input, { browser: other }))).toBe('cart-changed');
    expect(await refusal(placeCartOrder(await makeMember(), input))).toBe('cart-changed');
  });

  it('asks where to write to, and for a cart', async () => {
    const [variant] = (await makeShop(5)).variantIds as [string];
    const browser = await browserWith(variant);
    expect(await refusal(placeCartOrder(guest, await inputOf(browser, undefined), { browser }))).toBe('required');
    const input = await inputOf(browser, newAddress());
    expect(await refusal(placeCartOrder(guest, input))).toBe('cart-changed');
    expect(await refusal(placeCartOrder(guest, input, { browser: { token: null, network: 'n' } }))).toBe(
      'cart-changed',
    );
  });

  it('goes back into the cart of its browser when it is taken back or not paid', async () => {
    const back = await ordered();
    expect(await linesOf(back.browser.token)).toEqual([]);
    await withdrawOrder(guest, { key: back.key });
    expect(await linesOf(back.browser.token)).toEqual([{ quantity: 2 }]);
    expect(await standOfStock(back.variant)).toMatchObject({ OPEN: 3 });
    const unpaid = await ordered();
    await db.cart.deleteMany({ where: { tokenDigest: cartDigest(unpaid.browser.token) } });
    await endUnpaidOrders(after(clock(), 31 * minute));
    expect(await standOfStock(unpaid.variant)).toMatchObject({ OPEN: 3 });
    expect(await db.cart.count({ where: { memberId: unpaid.order.memberId } })).toBe(0);
  });

  it('holds stock so often by one network, and for one mailbox', async () => {
    const [variant] = (await makeShop(60)).variantIds as [string];
    const [network, email] = [`net-${word()}`, newAddress()];
    const order = async (more: Partial<{ network: string; email: string }>) => {
      const browser = { ...(await browserWith(variant)), network: more.network ?? word() };
      return refusal(placeCartOrder(guest, await inputOf(browser, more.email ?? newAddress()), { browser }));
    };
    const ends: string[] = [];
    for (let time = 0; time <= limits.guestNetwork.count; time += 1) ends.push(await order({ network }));
    expect(ends.filter((end) => end === 'done')).toHaveLength(limits.guestNetwork.count);
    expect(ends.at(-1)).toBe('rate-limited');
    const [name, host] = email.split('@');
    for (let time = 0; time < limits.guestMailbox.count; time += 1)
      expect(await order({ email: `${name}+${time}@${host}` })).toBe('done');
    expect(await order({ email })).toBe('rate-limited');
  });
});

describe('who comes back from the payment page', () => {
  it('is not left with the address that they mistyped: with another one it is no order again', async () => {
    const [variant] = (await makeShop(3)).variantIds as [string];
    const [browser, email] = [await browserWith(variant), newAddress()];
    const input = await inputOf(browser, email);
    const { number } = await placeCartOrder(guest, input, { browser });
    const mended = placeCartOrder(guest, { ...input, email: newAddress() }, { browser });
    await expect(mended).rejects.toMatchObject({ code: 'cart-ordered', detail: { values: { number } } });
    expect((await placeCartOrder(guest, input, { browser })).number).toBe(number);
  });
});

describe('what a stranger does under an address', () => {
  it('says nothing of where its member has things sent', async () => {
    const member = await makeMember();
    const { order } = await ordered(`${member.handle}@test.millet`);
    expect(order.memberId).toBe(member.id);
    expect(await getLastAddress(reading(member))).toBeNull();
    expect(await getLastCountry(reading(member))).toBeNull();
    await db.order.update({ where: { id: order.id }, data: { guestEmail: null } });
    expect(await getLastAddress(reading(member))).toMatchObject({ shipName: address.name });
    expect(await getLastCountry(reading(member))).toBe(address.country);
  });

  it('and never pays writes no mail to it', async () => {
    const { email, order } = await ordered();
    await endUnpaidOrders(after(clock(), 31 * minute));
    await runJobs();
    expect(await db.order.findUniqueOrThrow({ where: { id: order.id } })).toMatchObject({ state: 'CANCELLED' });
    expect(await mailsTo(email)).toEqual([]);
  });
});

describe('whose it is', () => {
  it('one customer, however many first orders come at one moment', async () => {
    const email = newAddress();
    const orders = await Promise.all(Array.from({ length: 3 }, () => ordered(email, 1)));
    expect(new Set(orders.map(({ order }) => order.memberId)).size).toBe(1);
    expect(await db.member.count({ where: { email } })).toBe(1);
    // Three wait at most; those of guests keep no member from ordering.
    expect(await refusal(ordered(email, 1))).toBe('orders-waiting');
  });

  it('the account that has proved the address, or a customer of its own beside one that has not', async () => {
    const proved = await makeMember();
    const email = `${proved.handle}@test.millet`;
    expect((await ordered(email)).order.memberId).toBe(proved.id);
    await db.member.update({ where: { id: proved.id }, data: { emailVerifiedAt: null, passwordHash: 'x' } });
    const { order } = await ordered(email);
    expect(order.memberId).not.toBe(proved.id);
    expect(order.member).toMatchObject({ email: null, handle: null });
    expect(await getOwnOrder(reading(proved), { number: order.number })).toBeNull();
    // Nobody enters it before the address is proved.
    await db.member.update({ where: { id: proved.id }, data: { passwordHash: null } });
    expect((await ordered(email)).order.memberId).toBe(proved.id);
  });

  it('the account that is made with the address later', async () => {
    const { order, email } = await ordered();
    const { codeId } = await signUp(
      { ...guest, ip: word() },
      { email, handle: word(), name: 'Ann', password: 'wooden spoon rain', locale: 'en' },
    );
    await confirm({ ...guest, ip: word() }, { codeId, code: await codeFor(email) });
    const member = await db.member.findUniqueOrThrow({ where: { email } });
    expect(member).toMatchObject({ id: order.memberId, name: 'Ann' });
    expect(member.handle).not.toBeNull();
  });
});

describe('the link of an order', () => {
  it('is mailed to the address that was given with it, and to nobody else', async () => {
    const { order, email, key } = await ordered();
    const ask = (to: string, network = word()) =>
      sendOrderLink({ number: order.number, email: to, locale: 'zh' }, { network });
    const other = newAddress();
    await ask(other);
    expect(await mailsTo(other)).toEqual([]);
    await ask(email);
    const mails = await mailsTo(email);
    expect(mails.map(({ kind }) => kind)).toEqual(['order.link']);
    expect(mails[0]!.text).toContain(`/zh/order/${key}`);
    await ask(email);
    await ask(email);
    expect(await refusal(ask(email))).toBe('rate-limited');
    await sendOrderLink({ number: 'NOSUCHONE1', email, locale: 'en' }, { network: word() });
  });

  it('is not kept from its buyer by who mistypes their address, and calls nobody by a name that anybody may have typed', async () => {
    const { order, email } = await ordered();
    const ask = (to: string) => sendOrderLink({ number: order.number, email: to, locale: 'en' }, { network: word() });
    for (let time = 0; time < limits.lookUpOrder.count + 1; time += 1) await ask(newAddress());
    await ask(email);
    const [link] = await mailsTo(email);
    expect(link!.text).not.toContain(address.name);
  });

  it('comes so often a day to one mailbox, however many orders were placed under it', async () => {
    const email = newAddress();
    const orders = await Promise.all([ordered(email, 1), ordered(email, 1), ordered(email, 1)]);
    for (const { order } of orders)
      for (let time = 0; time < limits.lookUpOrder.count; time += 1)
        await sendOrderLink({ number: order.number, email, locale: 'en' }, { network: word() });
    expect(await mailsTo(email)).toHaveLength(limits.linkMailbox.count);
  });
});
