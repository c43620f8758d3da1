import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inRawTransaction, inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { refusal, refused } from '@/tests/support/refusal';
import { makeLine, makeStock, standOfStock } from '@/tests/support/stock-factories';

import { allocate } from './choices/allocate';
import { holdStock, releaseHeld, sellHeld, shipSold } from './commands';
import { proveStock } from './prove-stock';

type Line = { orderId: string; lineId: string };
const hold = ({ orderId, lineId }: Line, variantIds: string[], units = 1, until = after(clock(), 30 * minute)) =>
  inRawTransaction(system, (ctx) =>
    holdStock(ctx, { orderId, until, lines: variantIds.map((variantId) => ({ lineId, variantId, units })) }),
  );
const sell = ({ orderId }: Line) => inRawTransaction(system, (ctx) => sellHeld(ctx, { orderId }));
const release = ({ orderId }: Line) => inRawTransaction(system, (ctx) => releaseHeld(ctx, { orderId }));
/** A parcel of the order with so many pieces of its line, or all. */
async function ship({ orderId, lineId }: Line, units = 100) {
  const parcel = { orderId, carrier: 'DHL', tracking: '', shippedAt: clock() };
  const { id: shipmentId } = await db.shipment.create({ data: parcel, select: { id: true } });
  const send = () =>
    inRawTransaction(system, (ctx) => shipSold(ctx, { orderId, shipmentId, lines: [{ lineId, units }] }));
  // It is told of twice, and goes once.
  await send();
  await send();
}
const proof = () => inTransaction(system, proveStock);

describe('an order of the shop', () => {
  it('holds units, buys them and has them sent', async () => {
    const { variantIds } = await makeStock([[3, 2]]);
    const line = await makeLine();
    await hold(line, variantIds, 2);
    expect(await standOfStock(variantIds[0]!)).toEqual({ OPEN: 1, HELD: 2, SUPPLIER: -3 });
    expect(await db.$queryRaw`SELECT "variantId"::text, "units", "inShop" FROM stock.open_variant`).toEqual(
      expect.arrayContaining([{ variantId: variantIds[1], units: 0, inShop: false }]),
    );
    expect([await sell(line), await sell(line)]).toEqual([true, true]);
    expect(await standOfStock(variantIds[0]!)).toEqual({ OPEN: 1, SOLD: 2, SUPPLIER: -3 });
    await ship(line);
    await ship(line);
    expect(await standOfStock(variantIds[0]!)).toEqual({ OPEN: 1, CUSTOMER: 2, SUPPLIER: -3 });
    expect(await release(line)).toBe(0);
    expect(await proof()).toEqual([]);
  });

  it('takes all of it or nothing', async () => {
    const { variantIds } = await makeStock([[3, 1]]);
    const line = await makeLine();
    expect(await refused(hold(line, variantIds, 2))).toMatchObject({
      code: 'out-of-stock',
      detail: { values: { variantId: variantIds[1], open: 1, wanted: 2 } },
    });
    expect(await standOfStock(variantIds[0]!)).toEqual({ OPEN: 3, SUPPLIER: -3 });
    expect(await sell(line)).toBe(false);
  });

  it('takes its units again when its money comes late, where they are still open', async () => {
    const { variantIds } = await makeStock([[1]]);
    const [late, other] = [await makeLine(), await makeLine()];
    await hold(late, variantIds, 1, after(clock(), -minute));
    const ended = { state: 'HELD', until: { lte: clock() } } as const;
    expect(await db.stockHold.findMany({ where: ended, select: { orderId: true } })).toEqual([
      { orderId: late.orderId },
    ]);
    expect(await release(late)).toBe(1);
    expect(await sell(late)).toBe(true);
    await release(late);
    await hold(other, variantIds);
    expect(await sell(late)).toBe(false);
    expect(await sell(other)).toBe(true);
    expect(await proof()).toEqual([]);
  });

  it('is one of as many as there are units, among many at once', async () => {
    const { variantIds } = await makeStock([[4], [3]]);
    const lines = await Promise.all(Array.from({ length: 21 }, makeLine));
    const ends = await Promise.all(lines.map((line) => refusal(hold(line, variantIds))));
    expect(ends.filter((end) => end === 'done')).toHaveLength(7);
    expect(new Set(ends)).toEqual(new Set(['done', 'out-of-stock']));
    expect(await standOfStock(variantIds[0]!)).toEqual({ HELD: 7, SUPPLIER: -7 });
    expect(await proof()).toEqual([]);
  });

  it('is paid or freed, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { variantIds } = await makeStock([[1]]);
      const line = await makeLine();
      await hold(line, variantIds);
      const [sold, freed] = await Promise.all([sell(line), release(line)]);
      // Freed first, it is taken again by the money; paid first, it is given back by who cancels.
      expect(sold).toBe(true);
      expect(freed).toBe(1);
      expect(['SOLD', 'OPEN']).toContain(Object.keys(await standOfStock(variantIds[0]!))[0]);
      expect(await proof()).toEqual([]);
    }
  });

  it('leaves a ledger that agrees, whatever is done in which order', async () => {
    const { variantIds } = await makeStock([
      [6, 3],
      [2, 5],
    ]);
    const lines = await Promise.all(Array.from({ length: 6 }, makeLine));
    const act = fc.record({
      line: fc.nat(5),
      what: fc.constantFrom('hold', 'sell', 'release', 'ship'),
      units: fc.integer({ min: 1, max: 3 }),
      both: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 16 }), async (acts) => {
        await Promise.all(
          acts.map(({ line, what, units, both }) =>
            refusal(
              what === 'hold'
                ? hold(lines[line]!, both ? variantIds : variantIds.slice(0, 1), units)
                : { sell, release, ship: (one: Line) => ship(one, units) }[what as 'sell'](lines[line]!),
            ),
          ),
        );
        expect(await proof()).toEqual([]);
        const goods = ['OPEN', 'HELD', 'SOLD', 'CUSTOMER'];
        for (const [at, all] of [8, 8].entries()) {
          const stand = await standOfStock(variantIds[at]!);
          expect(goods.reduce((sum, kind) => sum + (stand[kind] ?? 0), 0)).toBe(all);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('from where units are taken', () => {
  const one = (key: string, variantId: string, units: number) => ({ key, variantId, units });
  const lying = (of: Record<string, Record<string, number>>) =>
    new Map(
      Object.entries(of).map(([variant, places]) => [
        variant,
        Object.entries(places).map(([locationId, units]) => ({ locationId, units })),
      ]),
    );
  const taken = (...args: Parameters<typeof allocate>) => {
    const found = allocate(...args);
    return 'taken' in found
      ? found.taken.map(({ key, locationId, units }) => `${key} ${locationId} ${units}`)
      : found.short;
  };

  it('is one place where one has all, else few, and never more than is missing', () => {
    expect(taken([one('a', 'x', 5)], lying({ x: { shop: 3, depot: 2 } }))).toEqual(['a shop 3', 'a depot 2']);
    expect(taken([one('a', 'x', 5)], lying({ x: { shop: 3, depot: 10 } }))).toEqual(['a depot 5']);
    expect(taken([one('a', 'x', 1), one('b', 'y', 1)], lying({ x: { shop: 3, depot: 1 }, y: { depot: 1 } }))).toEqual([
      'a depot 1',
      'b depot 1',
    ]);
    expect(taken([one('a', 'x', 2), one('b', 'x', 2)], lying({ x: { shop: 3, depot: 1 } }))).toEqual([
      'a shop 2',
      'b shop 1',
      'b depot 1',
    ]);
    expect(taken([one('a', 'x', 2)], lying({ x: { shop: 1 } }))).toEqual([{ variantId: 'x', open: 1, wanted: 2 }]);
    expect(taken([one('a', 'x', 2)], lying({}))).toEqual([{ variantId: 'x', open: 0, wanted: 2 }]);
  });

  it('sums to what is wanted, and is nowhere more than lies there', () => {
    const units = fc.integer({ min: 1, max: 6 });
    const world = fc.record({
      lines: fc.array(fc.record({ key: fc.uuid(), variantId: fc.constantFrom('x', 'y'), units }), {
        minLength: 1,
        maxLength: 4,
      }),
      lying: fc.record({ x: fc.array(units, { maxLength: 4 }), y: fc.array(units, { maxLength: 4 }) }),
    });
    fc.assert(
      fc.property(world, ({ lines, lying: { x, y } }) => {
        const places = (counts: number[]) => counts.map((count, at) => ({ locationId: `p${at}`, units: count }));
        const stock = new Map([
          ['x', places(x)],
          ['y', places(y)],
        ]);
        const found = allocate(lines, stock);
        const sum = (variantId: string) =>
          lines.filter((line) => line.variantId === variantId).reduce((all, line) => all + line.units, 0);
        const there = { x: x.reduce((a, b) => a + b, 0), y: y.reduce((a, b) => a + b, 0) };
        if ('short' in found) return void expect(sum('x') > there.x || sum('y') > there.y).toBe(true);
        for (const { key, units: wanted } of lines)
          expect(found.taken.filter((each) => each.key === key).reduce((all, each) => all + each.units, 0)).toBe(
            wanted,
          );
        for (const [variantId, of] of stock)
          for (const { locationId, units: most } of of)
            expect(
              found.taken
                .filter((each) => each.variantId === variantId && each.locationId === locationId)
                .reduce((all, each) => all + each.units, 0),
            ).toBeLessThanOrEqual(most);
      }),
    );
  });
});
