import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { undoRefunded } from '@/lib/flows/orders/undo-refunded';
import { putInHand } from '@/lib/units/commands/write-event';
import { arrive } from '@/tests/support/arrive';
import { countStatements } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { makeOrder, makeProduct, type MadeProduct } from '@/tests/support/feedback-factories';
import { runJobs } from '@/tests/support/order-factories';
import { word } from '@/tests/support/word';

import { registerOwners } from './register-owner';

let product: MadeProduct;
let other: MadeProduct;
beforeAll(async () => {
  [product, other] = [await makeProduct(), await makeProduct()];
});

async function makeDelivered() {
  const buyer = await makeMember();
  const { id } = await makeOrder(product, buyer, { state: 'DELIVERED' });
  const line = (variantId: string, quantity: number, position: number) => ({
    ...{ orderId: id, variantId, title: 'One', quantity, position },
    ...{ priceMinor: 1, netMinor: quantity, taxMinor: 0 },
  });
  await db.orderLine.createMany({ data: [line(product.variantId, 3, 0), line(other.variantId, 1, 1)] });
  const { claimId } = await db.order.findUniqueOrThrow({ where: { id }, select: { claimId: true } });
  await arrive(id);
  return { id, claimId, buyer };
}

const deliver = (orderId: string) => inTransaction(system, (ctx) => registerOwners(ctx, { orderId }));
const ownedNow = (orderId: string) => db.ownership.count({ where: { orderId, endedAt: null } });

describe('a delivered order', () => {
  it('makes an owner of every piece of every line, once, however many tell of it', async () => {
    const { id, buyer } = await makeDelivered();
    const told = await Promise.all([deliver(id), deliver(id), deliver(id)]);
    expect(told.map((each) => each.length).toSorted()).toEqual([0, 0, 4]);
    const owned = await db.ownership.findMany({ where: { orderId: id }, select: { productId: true, memberId: true } });
    expect(owned.map(({ productId }) => productId).toSorted()).toEqual(
      [product.id, product.id, product.id, other.id].toSorted(),
    );
    expect(await db.holding.count({ where: { memberId: buyer.id, until: null } })).toBe(4);
  });

  it('welcomes its buyer once for all pieces of a variant, with their serials, and asks about them once', async () => {
    const { id, buyer } = await makeDelivered();
    const question = { productId: product.id, text: 'How is it?', createdAt: clock() };
    await db.ownerQuestion.create({ data: question });
    await deliver(id);
    await runJobs();
    const units = await db.unit.findMany({ where: { ownerships: { some: { orderId: id } } }, orderBy: { id: 'asc' } });
    const told = await db.notification.findMany({ where: { memberId: buyer.id, kind: 'owner.registered' } });
    const serials = told.map(({ data }) => (data as { serial: string }).serial.split(', ').toSorted());
    const of = (productId: string) => units.filter((unit) => unit.productId === productId).map(({ serial }) => serial);
    expect(serials.toSorted()).toEqual([of(product.id).toSorted(), of(other.id)].toSorted());
    expect(await db.ownerPrompt.count({ where: { ownership: { orderId: id } } })).toBe(1);
  });

  it('costs as many statements with many pieces as with few', async () => {
    const many = async (quantity: number) => {
      const { id } = await makeDelivered();
      const { id: lineId } = await db.orderLine.findFirstOrThrow({ where: { orderId: id, position: 0 } });
      await db.orderLine.update({ where: { id: lineId }, data: { quantity } });
      await db.shipmentLine.updateMany({ where: { lineId }, data: { units: quantity } });
      const { statements, result } = await countStatements(() => deliver(id));
      expect(result).toHaveLength(quantity + 1);
      return statements.length;
    };
    const few = await many(2);
    expect(await many(60)).toBe(few);
  });

  it('leaves nobody an owner whose money goes back at that moment, whichever comes first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, claimId } = await makeDelivered();
      const refund = inTransaction(system, async (ctx) => {
        await ctx.db.order.update({ where: { id }, data: { state: 'REFUNDED' } });
        await undoRefunded(ctx, { orderId: id, claimId, returnsUnit: false });
      });
      await Promise.all([deliver(id), refund]);
      expect(await ownedNow(id)).toBe(0);
      expect(await db.unitAssignment.count({ where: { orderId: id, endedAt: null } })).toBe(0);
    }
  });

  it('would leave one an owner, if it read the order without holding it', async () => {
    const { id, claimId, buyer } = await makeDelivered();
    const unit = await makeStockedUnit();
    let goOn = () => {};
    const refunded = new Promise<void>((resolve) => (goOn = resolve));
    const unheld = inTransaction(system, async (ctx) => {
      const order = await ctx.db.order.findUniqueOrThrow({ where: { id }, select: { state: true } });
      await refunded;
      const { id: productId, variantId } = product;
      const data = { unitId: unit, memberId: buyer.id, productId, variantId, orderId: id, registeredAt: ctx.now };
      if (order.state === 'DELIVERED') await ctx.db.ownership.create({ data });
    });
    await inTransaction(system, async (ctx) => {
      await ctx.db.order.update({ where: { id }, data: { state: 'REFUNDED' } });
      await undoRefunded(ctx, { orderId: id, claimId, returnsUnit: false });
    });
    goOn();
    await unheld;
    expect(await ownedNow(id)).toBe(1);
  });
});

describe('a unit that goes from hand to hand', () => {
  it('never goes back in time, also where an act began before the one that it waited for', async () => {
    const [unitId, people, now] = [await makeStockedUnit(), [await makeMember(), await makeMember()], clock()];
    const give = (memberId: string | null, at: Date) =>
      inTransaction(system, (ctx) => putInHand(ctx, unitId, memberId ? { memberId } : null), { now: at });
    await give(people[0]!.id, after(now, minute));
    await give(people[1]!.id, now);
    await give(null, now);
    await give(people[0]!.id, now);
    const held = await db.holding.findMany({ where: { unitId }, select: { memberId: true, until: true } });
    expect(held).toHaveLength(3);
    expect(held.filter(({ until }) => until === null)).toEqual([{ memberId: people[0]!.id, until: null }]);
  });
});

async function makeStockedUnit(): Promise<string> {
  const { id: productId, variantId } = product;
  const unit = { productId, variantId, serial: `S${word()}`, state: 'RECEIVED' as const, createdAt: clock() };
  return (await db.unit.create({ data: unit, select: { id: true } })).id;
}
