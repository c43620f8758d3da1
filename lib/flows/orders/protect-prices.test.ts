/** Price protection: who paid more shortly before gets the difference back by itself, once for each price and never more than they paid. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

import { setPrices } from '@/lib/catalog/commands';
import { beginDuePrices } from '@/lib/catalog/schedules/begin-prices';
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { replaceProvider } from '@/lib/outside/payments';
import { protectedOf } from '@/lib/orders/protected-of';
import { makePaidCartOrder, makeShop } from '@/tests/support/cart-factories';
import { runJobs } from '@/tests/support/order-factories';
import { demo, gatewaySays } from '@/tests/support/refunds';
import { refusal } from '@/tests/support/refusal';
import { ask, count, delivered, settle, unitsOf } from '@/tests/support/return-factories';

import { protectOrder } from './protect-prices';
import { refundOrder } from './refund-order';

afterEach(() => replaceProvider('demo', demo));

/** The variant costs so many percent less from now on, and what follows has happened; answers the price's id. */
async function reduce(variantId: string, percentOff: number): Promise<string> {
  const until = after(clock(), 9 * day);
  const of = { variantIds: [variantId], currency: 'USD', until };
  await transact(setPrices)(system, { ...of, reason: 'OFFER', percentOff });
  await beginDuePrices(clock());
  await runJobs();
  const price = await db.price.findFirstOrThrow({ where: { variantId, reason: 'OFFER' }, orderBy: { from: 'desc' } });
  return price.id;
}

async function bought(pieces = 3) {
  const { variantIds } = await makeShop(9);
  const variantId = variantIds[0]!;
  const order = await makePaidCartOrder([[variantId, pieces]]);
  const line = order.lineOf(variantId);
  return { ...order, variantId, line, gross: line.netMinor + line.taxMinor };
}
type Bought = Awaited<ReturnType<typeof bought>>;
const backOf = async ({ orderId }: Pick<Bought, 'orderId'>) =>
  (await db.refund.findMany({ where: { orderId }, orderBy: { createdAt: 'asc' } })).map((each) => each.amountMinor);

/** So many of an order's pieces come back and are paid. */
async function back(order: Awaited<ReturnType<typeof delivered>>, pieces: number): Promise<void> {
  const { id } = await ask(order, pieces);
  const units = (await unitsOf(order.orderId)).filter(({ lineId }) => lineId === order.lineOf(order.many).id);
  await count(
    order,
    id,
    pieces,
    0,
    Object.fromEntries(units.slice(0, pieces).map((unit) => [`unit.${unit.unitId}`, 'on'])),
  );
  await settle(id);
  await runJobs();
}

describe('a price that falls soon after an order was paid', () => {
  it('gives the difference back with its tax, and for a further fall what is more', async () => {
    const order = await bought();
    await reduce(order.variantId, 20);
    expect(await backOf(order)).toEqual([Math.floor(order.gross / 5)]);
    await beginDuePrices(clock());
    await runJobs();
    await reduce(order.variantId, 50);
    const half = Math.floor(
      (order.gross * (order.line.priceMinor - Math.round(order.line.priceMinor / 2))) / order.line.priceMinor,
    );
    expect(await backOf(order)).toEqual([Math.floor(order.gross / 5), half - Math.floor(order.gross / 5)]);
    await reduce(order.variantId, 30);
    expect(await backOf(order)).toHaveLength(2);
    const row = await db.order.findUniqueOrThrow({ where: { id: order.orderId }, select: { state: true } });
    expect(row.state).toBe('PAID');
    expect(await db.mail.count({ where: { memberId: order.buyer.id, kind: 'order.refundedPartly' } })).toBe(2);
  });

  it('gives nothing to who paid too long ago, where the market promised nothing, or what would be all', async () => {
    const [late, other] = [await bought(), await bought()];
    await db.order.update({ where: { id: late.orderId }, data: { paidAt: after(clock(), -15 * day) } });
    await reduce(late.variantId, 20);
    const terms = await db.order.findUniqueOrThrow({ where: { id: other.orderId }, select: { soldIn: true } });
    const data = terms.soldIn.data as { promises: object };
    const version = 9_000;
    await db.marketVersion.create({
      data: {
        market: 1,
        version,
        at: new Date(0),
        data: { ...data, promises: { ...data.promises, protection: null } },
      },
    });
    await db.order.update({ where: { id: other.orderId }, data: { marketVersion: version } });
    await reduce(other.variantId, 20);
    await db.order.update({ where: { id: other.orderId }, data: { marketVersion: 1 } });
    await db.marketVersion.deleteMany({ where: { version } });
    expect([await backOf(late), await backOf(other)]).toEqual([[], []]);
  });

  it('waits for a refund that is running', async () => {
    const order = await bought();
    gatewaySays('pending');
    await refundOrder(system, { number: order.number, reason: 'A scratch', amount: '1.00' });
    const priceId = await reduce(order.variantId, 20);
    expect(await backOf(order)).toEqual([100]);
    await db.refund.updateMany({ where: { orderId: order.orderId }, data: { state: 'DONE' } });
    await protectOrder({ orderId: order.orderId, priceId });
    expect(await backOf(order)).toEqual([100, Math.floor(order.gross / 5)]);
  });

  it('gives it once, however many give at once; control: without its row it would be given again', async () => {
    const order = await bought();
    await db.order.update({ where: { id: order.orderId }, data: { state: 'CANCELLED' } });
    const priceId = await reduce(order.variantId, 20);
    await db.order.update({ where: { id: order.orderId }, data: { state: 'PAID' } });
    const give = () => refusal(protectOrder({ orderId: order.orderId, priceId }));
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(give));
    expect(new Set(all)).toEqual(new Set(['done']));
    expect(await backOf(order)).toHaveLength(1);
    await runJobs();
    await give();
    expect(await backOf(order)).toHaveLength(1);
    await db.priceProtection.deleteMany({ where: { priceId } });
    await give();
    expect(await backOf(order)).toHaveLength(2);
  });

  it('is taken off what a return gives back, and not given for what came back', async () => {
    const order = await delivered();
    const line = order.lineOf(order.many);
    const gross = line.netMinor + line.taxMinor;
    await back(order, 1);
    const before = await backOf(order);
    await reduce(order.many, 30);
    const [given, ...more] = (await backOf(order)).slice(before.length);
    expect([given, more]).toEqual([Math.floor((Math.floor((gross * 30) / 100) * 2) / 3), []]);
    await back(order, 2);
    expect((await backOf(order)).reduce((one, two) => one + two, 0)).toBe(gross);
  });
});

describe('what is protected of a line', () => {
  const lines = fc.record({
    quantity: fc.integer({ min: 1, max: 20 }),
    priceMinor: fc.integer({ min: 1, max: 1_000_000_000 }),
    off: fc.integer({ min: 0, max: 99 }),
    tax: fc.integer({ min: 0, max: 30 }),
  });

  it('comes to the lowest price’s difference, whichever prices came before it, and never to more than was paid', () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 6 }),
        (drawn, shares) => {
          const { quantity, priceMinor } = drawn;
          const discountMinor = Math.floor((quantity * priceMinor * drawn.off) / 100);
          const netMinor = quantity * priceMinor - discountMinor;
          const line = {
            quantity,
            priceMinor,
            discountMinor,
            netMinor,
            taxMinor: Math.floor((netMinor * drawn.tax) / 100),
          };
          const prices = shares.map((share) => Math.floor((priceMinor * share) / 100));
          const protections: { amountMinor: number; back: number }[] = [];
          for (const amountMinor of prices)
            protections.push({ amountMinor: protectedOf({ ...line, protections }, { amountMinor, back: 0 }), back: 0 });
          const given = protections.reduce((sum, each) => sum + each.amountMinor, 0);
          expect(given).toBe(protectedOf({ ...line, protections: [] }, { amountMinor: Math.min(...prices), back: 0 }));
          expect(given).toBeLessThanOrEqual(netMinor + line.taxMinor);
          expect(protectedOf({ ...line, protections: [] }, { amountMinor: Math.min(...prices), back: quantity })).toBe(
            0,
          );
        },
      ),
    );
  });
});
