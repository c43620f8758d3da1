import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { untilWaiting } from '@/tests/support/database';
import { functionText } from '@/tests/support/function-text';
import { refusal, refused } from '@/tests/support/refusal';
import { makePlace, makeStock, standOfStock } from '@/tests/support/stock-factories';

import {
  countUnits,
  receiveTransfer,
  receiveUnits,
  saveLocation,
  closeLocation,
  sendUnits,
  setShop,
  writeOff,
} from './commands';
import { moveStock } from './move-stock';
import { proveStock } from './prove-stock';

const note = '';

async function oneOf(units: number) {
  const { operator, places, variantIds, drop } = await makeStock([[units]]);
  return { operator, drop, locationId: places[0]!, variantId: variantIds[0]! };
}

const openOf = async (id: string) => (await db.stockedVariant.findUniqueOrThrow({ where: { id } })).open;
const proof = () => inTransaction(system, proveStock);

describe('the ledger of stock', () => {
  it('moves units with both their sides, and keeps what is open with the variant', async () => {
    const { operator, locationId, variantId } = await oneOf(10);
    await transact(writeOff)(operator, { variantId, locationId, units: 3, what: 'damaged', reason: 'wet' });
    await transact(writeOff)(operator, { variantId, locationId, units: 1, what: 'repaired', reason: 'dried' });
    await transact(writeOff)(operator, { variantId, locationId, units: 1, what: 'scrapDamaged', reason: 'rust' });
    expect(await standOfStock(variantId)).toEqual({ OPEN: 8, DAMAGED: 1, SCRAP: 1, SUPPLIER: -10 });
    expect(await openOf(variantId)).toBe(8);
    expect(
      await refused(transact(writeOff)(operator, { variantId, locationId, units: 9, what: 'scrapOpen', reason: 'x' })),
    ).toMatchObject({ code: 'out-of-stock', detail: { values: { open: 8, wanted: 9 } } });
    expect(
      await refusal(
        transact(writeOff)(operator, { variantId, locationId, units: 2, what: 'scrapDamaged', reason: 'x' }),
      ),
    ).toBe('stock-moved');
    expect(await proof()).toEqual([]);
  });

  it('does a movement of one key once, and none that no cause makes', async () => {
    const { locationId: place, variantId } = await oneOf(5);
    const move = {
      variantId,
      units: 2,
      cause: 'DAMAGED' as const,
      key: `t:${variantId}`,
      from: { kind: 'OPEN' as const, place },
      to: { kind: 'DAMAGED' as const, place },
    };
    const run = () => inTransaction(system, (ctx) => moveStock(ctx, [move]));
    await Promise.all([run(), run(), run()]);
    expect(await standOfStock(variantId)).toMatchObject({ OPEN: 3, DAMAGED: 2 });
    const wrong = { ...move, key: undefined, cause: 'SOLD' as const };
    await expect(inTransaction(system, (ctx) => moveStock(ctx, [wrong]))).rejects.toThrow('SOLD does not move');
  });

  it('sums what is open of a variant once for a movement', async () => {
    const { operator, locationId, variantId } = await oneOf(5);
    const calls = await inTransaction(operator, async (ctx) => {
      await ctx.db.$executeRaw`SET LOCAL track_functions = 'all'`;
      await writeOff(ctx, { variantId, locationId, units: 1, what: 'damaged', reason: 'wet' });
      return ctx.db.$queryRaw`SELECT "calls"::int FROM pg_stat_xact_user_functions WHERE "funcname" = 'open_stock'`;
    });
    expect(calls).toEqual([{ calls: 1 }]);
    expect(await openOf(variantId)).toBe(4);
  });

  it('cannot be rewritten', async () => {
    const { variantId } = await oneOf(1);
    await expect(db.stockMove.deleteMany({ where: { variantId } })).rejects.toThrow('append-only');
    await expect(db.stockMove.updateMany({ where: { variantId }, data: { units: 9 } })).rejects.toThrow('append-only');
  });

  it('proves what does not agree', async () => {
    const { variantId } = await oneOf(4);
    await pool.query(`UPDATE "StockAccount" SET "units" = 5 WHERE "variantId" = $1 AND "kind" = 'OPEN'`, [variantId]);
    expect(await proof()).toEqual([
      { check: 'moves', variantId, says: 5, proved: 4 },
      { check: 'open', variantId, says: 4, proved: 5 },
    ]);
    await pool.query(`UPDATE "StockAccount" SET "units" = 4 WHERE "variantId" = $1 AND "kind" = 'OPEN'`, [variantId]);
    expect(await proof()).toEqual([]);
  });
});

describe('two who take the last unit', () => {
  const guarded = functionText('stock/move_stock');
  // The rows of the variants are not locked, and both have looked before either writes.
  const bare = guarded
    .replace(/ ORDER BY s\."id" FOR NO KEY UPDATE;/, ';')
    .replace('WITH made AS (', 'PERFORM pg_sleep(0.2);\n  WITH made AS (');
  const taking = async () => {
    const { locationId: place, variantId } = await oneOf(2);
    const take = () =>
      inTransaction(system, (ctx) =>
        moveStock(ctx, [
          { variantId, units: 1, cause: 'DAMAGED', from: { kind: 'OPEN', place }, to: { kind: 'DAMAGED', place } },
        ]),
      );
    // The first one makes the account: who makes the same one is waited for in any case.
    await take();
    const ends = await Promise.allSettled([take(), take(), take()]);
    return { done: ends.filter(({ status }) => status === 'fulfilled').length, stand: await standOfStock(variantId) };
  };

  it('are one, and without the lock and the check of the table they would be several', async () => {
    expect(await taking()).toEqual({ done: 1, stand: { DAMAGED: 2, SUPPLIER: -2 } });
    await pool.query(`ALTER TABLE "StockAccount" DROP CONSTRAINT "StockAccount_not_below_zero"; ${bare}`);
    expect((await taking()).stand.OPEN).toBeLessThan(0);
    await pool.query(`DELETE FROM "StockedVariant"; ALTER TABLE "StockMove" DISABLE TRIGGER "StockMove_append_only"; DELETE FROM "StockMove";
      ALTER TABLE "StockMove" ENABLE TRIGGER "StockMove_append_only"; DELETE FROM "StockAccount"; ${guarded}`);
    await pool.query(
      `ALTER TABLE "StockAccount" ADD CONSTRAINT "StockAccount_not_below_zero" CHECK ("locationId" IS NULL OR "units" >= 0)`,
    );
    expect(await taking()).toMatchObject({ done: 1 });
  });
});

describe('what staff do at places', () => {
  it('counts what lies there, and says what moved meanwhile', async () => {
    const { operator, locationId, variantId } = await oneOf(10);
    const count = (counted: number, shown: number) =>
      transact(countUnits)(operator, { variantId, locationId, counted, shown, note });
    await count(7, 10);
    expect(await standOfStock(variantId)).toEqual({ OPEN: 7, SUPPLIER: -10, DIFFERENCE: 3 });
    expect(await refused(count(9, 10))).toMatchObject({ code: 'stock-recounted', detail: { values: { expected: 7 } } });
    await count(9, 7);
    expect(await standOfStock(variantId)).toEqual({ OPEN: 9, SUPPLIER: -10, DIFFERENCE: 1 });
    expect(await proof()).toEqual([]);
  });

  it('sends units elsewhere, where they come whole, in parts or not at all', async () => {
    const { operator, locationId: fromId, variantId } = await oneOf(10);
    const toId = await makePlace(operator, { position: 5 });
    const { transferId } = await transact(sendUnits)(operator, { variantId, fromId, toId, units: 6, note });
    expect(await standOfStock(variantId)).toMatchObject({ OPEN: 4, IN_TRANSIT: 6 });
    expect(await openOf(variantId)).toBe(4);
    const arrive = (arrived: number, missing: number, shown: number) =>
      transact(receiveTransfer)(operator, { transferId, arrived, missing, shown });
    await arrive(2, 0, 6);
    expect(await refusal(arrive(5, 0, 4))).toBe('transfer-count');
    // A part that is sent twice came once.
    expect(await refused(arrive(2, 0, 6))).toMatchObject({ code: 'transfer-count', detail: { values: { left: 4 } } });
    expect(await refusal(transact(closeLocation)(operator, { locationId: toId }))).toBe('location-not-empty');
    const both = await Promise.all([refusal(arrive(3, 1, 4)), refusal(arrive(3, 1, 4))]);
    expect(both.toSorted()).toEqual(['done', 'not-found']);
    expect(await standOfStock(variantId)).toEqual({ OPEN: 9, SUPPLIER: -10, DIFFERENCE: 1 });
    expect(await refusal(transact(sendUnits)(operator, { variantId, fromId, toId: fromId, units: 1, note }))).toBe(
      'transfer-same',
    );
    expect(await proof()).toEqual([]);
  });

  it('is done once by a form that is sent twice, at one moment or later, and again by another', async () => {
    const { operator, locationId, variantId } = await oneOf(1);
    const toId = await makePlace(operator, { position: 7 });
    const of = { variantId, locationId, note };
    const receive = (units: number, once: string) => transact(receiveUnits)(operator, { ...of, units, once });
    const [one, two] = [randomUUID(), randomUUID()];
    await Promise.all([receive(5, one), receive(5, one), receive(5, one)]);
    await receive(5, one);
    expect(await openOf(variantId)).toBe(6);
    await receive(4, one);
    await receive(5, two);
    expect(await openOf(variantId)).toBe(15);
    const send = () =>
      transact(sendUnits)(operator, { variantId, fromId: locationId, toId, units: 2, note, once: one });
    const sent = await Promise.all([send(), send()]);
    expect(new Set(sent.map(({ transferId }) => transferId)).size).toBe(1);
    const scrap = () => transact(writeOff)(operator, { ...of, units: 3, what: 'scrapOpen', reason: 'x', once: one });
    await Promise.all([scrap(), scrap()]);
    expect(await standOfStock(variantId)).toEqual({ OPEN: 10, IN_TRANSIT: 2, SCRAP: 3, SUPPLIER: -15 });
    const acts = await db.auditEntry.groupBy({ by: ['act'], where: { subjectId: variantId }, _count: true });
    expect(Object.fromEntries(acts.map(({ act, _count }) => [act, _count]))).toEqual({
      ...{ 'stock.receive': 4, 'stock.send': 1, 'stock.writeOff': 1 },
    });
    expect(await proof()).toEqual([]);
  });

  it('counts as open what arrives at a place while it begins to sell', async () => {
    const { operator, locationId: fromId, variantId } = await oneOf(3);
    const toId = await makePlace(operator, { position: 6, sells: false });
    const { transferId } = await transact(sendUnits)(operator, { variantId, fromId, toId, units: 2, note });
    const { name } = await db.stockLocation.findUniqueOrThrow({ where: { id: toId } });
    const place = { locationId: toId, name, address: '', position: 6, sells: true, shown: 1 };
    let came = Promise.resolve();
    await inTransaction(operator, async (ctx) => {
      await saveLocation(ctx, place);
      came = transact(receiveTransfer)(operator, { transferId, arrived: 2, missing: 0, shown: 2 });
      // Without the place held it does not wait, and counts by what the place did before.
      await Promise.race([untilWaiting(1), came]);
    });
    await came;
    expect(await openOf(variantId)).toBe(3);
    expect(await proof()).toEqual([]);
  });

  it('keeps what lies where nothing is sold out of the shop', async () => {
    const { operator, locationId, variantId } = await oneOf(3);
    const place = await db.stockLocation.findUniqueOrThrow({ where: { id: locationId } });
    const save = (sells: boolean, shown: number) =>
      transact(saveLocation)(operator, { locationId, name: place.name, address: '', position: 0, sells, shown });
    await save(false, 1);
    expect(await openOf(variantId)).toBe(0);
    expect(await refusal(save(true, 1))).toBe('location-changed');
    await save(true, 2);
    expect(await openOf(variantId)).toBe(3);
    await transact(setShop)(operator, { variantId, inShop: true, lowAt: 5 });
    expect(await db.stockedVariant.findUniqueOrThrow({ where: { id: variantId } })).toMatchObject({
      inShop: true,
      lowAt: 5,
    });
    expect(await proof()).toEqual([]);
  });
});
