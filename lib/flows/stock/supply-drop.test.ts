import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { addUnits, cancelDrop } from '@/lib/drops/commands';
import { lockStock } from '@/lib/drops/sql';
import { offerMoreUnits } from '@/lib/flows/drops/add-units';
import { announcePlanned, planWave } from '@/lib/flows/drops/plan-drop';
import { markShipped } from '@/lib/orders/commands';
import { payDemo, settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { proveStock } from '@/lib/stock/prove-stock';
import { makeDrop, makeOperator } from '@/tests/support/drop-factories';
import { makeHold, makeOrder, runJobs, type Ordered } from '@/tests/support/order-factories';
import { refusal, refused } from '@/tests/support/refusal';
import { makePlace, makeStock, standOfStock } from '@/tests/support/stock-factories';
import { receiveUnits, writeOff } from '@/lib/stock/commands';

import { expireHolds } from '../drops/expire-holds';
import { settleDrops } from './settle-drops';

const proof = () => inTransaction(system, proveStock);

/** A planned drop of so many units, of a variant of which so many are in stock. */
async function planned(units: number, stocked: number) {
  const { operator, drop, variantIds, places } = await makeStock([[stocked]], { announced: false });
  await db.wave.update({
    where: { id: drop.waveId },
    data: { opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) },
  });
  const stand = () => standOfStock(variantIds[0]!);
  if (units > 1)
    await transact(addPlanned)(operator, { dropId: drop.id, allotmentId: drop.allotmentIds[0]!, units: units - 1 });
  return { operator, drop, place: places[0]!, variantId: variantIds[0]!, stand };
}

const addPlanned = (ctx: Ctx, input: { dropId: string; allotmentId: string; units: number }) =>
  addUnits(ctx, { ...input, reason: 'planned' });

describe('a drop of a counted variant', () => {
  it('takes its units when it is announced, and says where too few are open', async () => {
    const { operator, drop, stand } = await planned(4, 3);
    expect(await refused(announcePlanned(operator, { dropId: drop.id }))).toMatchObject({
      code: 'drop-out-of-stock',
      detail: { values: { variant: 'Colour 0', open: 3, wanted: 4 } },
    });
    expect((await db.drop.findUniqueOrThrow({ where: { id: drop.id } })).announcedAt).toBeNull();
    expect(await stand()).toEqual({ OPEN: 3, SUPPLIER: -3 });
  });

  it('takes more where more are offered, by units or by a wave', async () => {
    const { operator, drop, variantId, stand } = await planned(2, 6);
    await announcePlanned(operator, { dropId: drop.id });
    expect(await stand()).toMatchObject({ OPEN: 4, SET_ASIDE: 2 });
    const more = (units: number) =>
      offerMoreUnits(operator, { dropId: drop.id, allotmentId: drop.allotmentIds[0]!, units, reason: 'found' });
    await more(1);
    expect(await refusal(more(4))).toBe('drop-out-of-stock');
    const wave = { opensAt: after(clock(), 3 * hour), closesAt: after(clock(), 4 * hour) };
    await planWave(operator, { ...wave, dropId: drop.id, units: { [variantId]: 3 } });
    expect(await stand()).toEqual({ SET_ASIDE: 6, SUPPLIER: -6 });
    expect(await proof()).toEqual([]);
  });

  it('is one of two that want the last units', async () => {
    const { operator, drop, variantId } = await planned(2, 3);
    const other = await makeDrop({
      units: [1],
      announced: false,
      opensAt: after(clock(), hour),
      closesAt: after(clock(), 2 * hour),
    });
    await db.allotment.update({ where: { id: other.allotmentIds[0]! }, data: { variantId } });
    const more = { dropId: other.id, allotmentId: other.allotmentIds[0]!, units: 1 };
    await transact(addPlanned)(operator, more);
    const ends = await Promise.all([drop.id, other.id].map((dropId) => refusal(announcePlanned(operator, { dropId }))));
    expect(ends.toSorted()).toEqual(['done', 'drop-out-of-stock']);
    expect(await standOfStock(variantId)).toMatchObject({ OPEN: 1, SET_ASIDE: 2 });
  });
});

/** A drop that runs with so many units out of stock. */
async function running(units: number, stocked = units) {
  const { operator, drop, variantId, stand, place } = await planned(units, stocked);
  await announcePlanned(operator, { dropId: drop.id });
  const times = { opensAt: after(clock(), -minute), closesAt: after(clock(), hour) };
  await db.wave.update({ where: { id: drop.waveId }, data: times });
  const buy = async () => {
    return paid(await makeOrder(await makeHold(drop)));
  };
  const end = () =>
    db.wave.update({
      where: { id: drop.waveId },
      data: { opensAt: after(clock(), -9 * hour), closesAt: after(clock(), -8 * hour) },
    });
  return { operator, drop, variantId, stand, place, buy, end };
}

async function paid({ placed, sessionId }: Ordered) {
  await payDemo(sessionId, 'success');
  await runJobs();
  return placed.number;
}

describe('a drop that sells out of stock', () => {
  it('sends what it sold out of what is set aside, once, and gives the rest back an hour after its end', async () => {
    const { operator, stand, buy, end, drop } = await running(3, 5);
    const number = await buy();
    await buy();
    await transact(markShipped)(operator, { number, carrier: 'DHL', tracking: 'X1' });
    await runJobs();
    expect(await stand()).toEqual({ OPEN: 2, SET_ASIDE: 2, CUSTOMER: 1, SUPPLIER: -5 });
    expect(await settleDrops(clock())).toBe(0);
    await end();
    expect(await settleDrops(clock())).toBe(1);
    expect(await settleDrops(clock())).toBe(0);
    expect(await stand()).toEqual({ OPEN: 3, SET_ASIDE: 1, CUSTOMER: 1, SUPPLIER: -5 });
    expect(await db.dropStock.findFirstOrThrow({ where: { dropId: drop.id } })).toMatchObject({ taken: 2 });
    expect(await proof()).toEqual([]);
  });

  it('is not waited for, nor kept waiting, while it runs', async () => {
    const { drop } = await running(2);
    await inTransaction(system, async (ctx) => {
      await lockStock(ctx.db, drop.id);
      expect(await settleDrops(clock())).toBe(0);
    });
  });

  it('keeps what somebody still holds', async () => {
    const { stand, end, drop } = await running(2);
    await makeHold(drop);
    await end();
    expect(await settleDrops(clock())).toBe(0);
    expect(await stand()).toMatchObject({ SET_ASIDE: 2 });
  });

  it('gives back what was refunded unsent, and all that it has when it is called off', async () => {
    const { operator, stand, buy, drop } = await running(3);
    await buy();
    await transact(cancelDrop)(operator, { dropId: drop.id, reason: 'A fault in the battery' });
    expect(await settleDrops(clock())).toBe(2);
    await runJobs();
    expect(await settleDrops(clock())).toBe(1);
    expect(await stand()).toEqual({ OPEN: 3, SUPPLIER: -3 });
    expect(await proof()).toEqual([]);
  });
});

describe('a drop that gave back what was left', () => {
  /** An order whose money comes when its drop has given all of its five units back to the shop. */
  async function late() {
    const { operator, stand, end, drop, place, variantId } = await running(2, 5);
    const { sessionId, placed } = await makeOrder(await makeHold(drop));
    await expireHolds(after(clock(), hour / 2));
    await end();
    await settleDrops(clock());
    expect(await stand()).toEqual({ OPEN: 5, SUPPLIER: -5 });
    const pay = async () => {
      await settleDemo(sessionId, { late: true });
      await runJobs();
      expect(await db.order.findUnique({ where: { number: placed.number } })).toMatchObject({ state: 'PAID' });
    };
    const send = async () => {
      await transact(markShipped)(operator, { number: placed.number, carrier: 'DHL', tracking: 'X3' });
      await runJobs();
    };
    return { operator, stand, pay, send, at: { variantId, locationId: place } };
  }

  it('takes again what late money buys, so that the shop does not sell it', async () => {
    const { stand, pay, send } = await late();
    await pay();
    expect(await stand()).toEqual({ OPEN: 4, SET_ASIDE: 1, SUPPLIER: -5 });
    expect(await settleDrops(clock())).toBe(0);
    await send();
    expect(await stand()).toEqual({ OPEN: 4, CUSTOMER: 1, SUPPLIER: -5 });
    expect(await proof()).toEqual([]);
  });

  it('takes it with the parcel where nothing was open before', async () => {
    const { operator, stand, pay, send, at } = await late();
    await transact(writeOff)(operator, { ...at, units: 5, what: 'scrapOpen', reason: 'Water' });
    await pay();
    expect(await stand()).toEqual({ SCRAP: 5, SUPPLIER: -5 });
    await transact(receiveUnits)(operator, { ...at, units: 2, note: '' });
    await send();
    expect(await stand()).toEqual({ OPEN: 1, CUSTOMER: 1, SCRAP: 5, SUPPLIER: -7 });
    expect(await proof()).toEqual([]);
  });
});

describe('a drop that was announced before its variant was counted', () => {
  it('moves nothing, whatever is sent and offered', async () => {
    const drop = await makeDrop({ units: [3] });
    const operator = await makeOperator();
    const locationId = await makePlace(operator);
    await transact(receiveUnits)(operator, { variantId: drop.variantIds[0]!, locationId, units: 2, note: '' });
    const number = await paid(await makeOrder(await makeHold(drop)));
    await transact(markShipped)(operator, { number, carrier: 'DHL', tracking: 'X2' });
    await offerMoreUnits(operator, { dropId: drop.id, allotmentId: drop.allotmentIds[0]!, units: 9, reason: 'more' });
    await runJobs();
    expect(await standOfStock(drop.variantIds[0]!)).toEqual({ OPEN: 2, SUPPLIER: -2 });
    expect(await proof()).toEqual([]);
  });
});
