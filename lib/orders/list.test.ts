import { beforeAll, describe, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { readList } from '@/lib/core/list';
import { countViews } from '@/lib/core/list-views';
import { system } from '@/lib/core/actor';
import { slowPlans, slowViews } from '@/tests/support/list-plans';
import { makeManyOrders, type ManyOrders } from '@/tests/support/many-orders';

import { searchOrders } from './commands';
import { orderList } from './list';
import { listOrders } from './list-orders';

const count = 40_000;
let made: ManyOrders;
beforeAll(async () => void (made = await makeManyOrders(count)), 120_000);

const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `M${from + at}`);
const list = (query: Record<string, string>) =>
  listOrders(reading(system), { asked: readList(orderList, query), zone: 'UTC' });
const numbers = async (query: Record<string, string>) => (await list(query)).rows.map(({ number }) => number);

describe('the list of orders', () => {
  const values = () => ({
    state: ['PAID', 'PENDING', 'SHIPPED', 'REFUNDED'],
    drop: [made.drop, made.rareDrop],
    from: ['2026-05-20'],
    until: ['2026-05-25'],
    currency: ['USD', 'EUR', 'JPY'],
    attention: ['1'],
  });
  const thousand = async () => {
    const { rows } = await pool.query<{ id: string }>('SELECT "id"::text FROM "Order" LIMIT 1000');
    return { ids: rows.map(({ id }) => id), cut: false };
  };

  it('is read along an index in every order with every filter', async () => {
    expect(await slowPlans(orderList, values(), await thousand())).toEqual({});
  });

  it('is read and counted along an index in every view that it brings along', async () => {
    expect(await slowViews(orderList, await thousand())).toEqual({});
    await pool.query('DROP INDEX "Order_state_createdAt_id_idx"');
    const slow = await slowViews(orderList, await thousand());
    await pool.query('CREATE INDEX "Order_state_createdAt_id_idx" ON "Order" ("state", "createdAt", "id")');
    expect(Object.keys(slow)).toEqual(expect.arrayContaining(['toShip first', 'toShip count']));
  });

  it('counts its views as far as counts go', async () => {
    const today = { now: new Date(), zone: 'UTC' };
    const counts = await countViews(orderList, { db, ...today });
    expect(counts).toEqual({ toShip: 100, unpaid: 100, onTheWay: 100 });
    expect((await list({ state: 'PAID', sort: 'oldest' })).page.count).toBe(100);
  });

  it('is found slow without the index of a drop’s orders by their state', async () => {
    await pool.query('DROP INDEX "Order_dropId_state_createdAt_id_idx"');
    const slow = await slowPlans(orderList, { ...values(), from: [], until: [], currency: [] }, await thousand(), {
      most: 1,
    });
    await pool.query(
      'CREATE INDEX "Order_dropId_state_createdAt_id_idx" ON "Order" ("dropId", "state", "createdAt", "id")',
    );
    expect(Object.keys(slow).length).toBeGreaterThan(0);
  });

  it('is paged forth and back without gap or repetition', async () => {
    const first = await list({});
    const second = await list({ ...first.page.next });
    const third = await list({ ...second.page.next });
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(ids(1, 90));
    expect(first.page).toMatchObject({ previous: undefined, count: 100 });
    expect(await numbers({ ...third.page.previous })).toEqual(ids(31, 60));
    expect((await list({ ...second.page.previous })).page.previous).toBeUndefined();
    expect(await numbers({ drop: made.rareDrop, sort: 'oldest' })).toEqual(ids(count - 19, count).toReversed());
  });

  it('gives the order up where the filters need another, and names what it does not know', () => {
    expect(readList(orderList, { sort: 'highest', state: 'PAID' })).toMatchObject({
      sort: 'newest',
      unsorted: 'highest',
    });
    expect(readList(orderList, { sort: 'highest', state: 'PAID', q: 'ada' })).toMatchObject({ sort: 'highest' });
    expect(
      readList(orderList, { state: 'LOST', colour: 'red', after: 'x', from: '2026-02-30', toString: '1' }).unknown,
    ).toEqual(['state', 'colour', 'after', 'from', 'toString']);
  });
});

describe('searching orders', () => {
  const found = async (q: string) => {
    const {
      ids: [...some],
      cut,
    } = await transact(searchOrders)(system, { q });
    const { rows } = await pool.query<{ number: string }>(
      'SELECT "number" FROM "Order" WHERE "id" = ANY($1) ORDER BY "createdAt" DESC',
      [some],
    );
    return { numbers: rows.map(({ number }) => number), cut };
  };

  it.each([
    'M777',
    'ada WALKER777',
    'walker2770 mill',
    '+31 30 1000777',
    '31301000777',
    '30 1000777',
    '777 mill utrecht',
  ])('finds by %s', async (q) => {
    const { numbers: some } = await found(q);
    expect(some.length).toBeLessThan(120);
    expect(some).toContain(q.includes('2770') ? 'M2770' : 'M777');
  });

  it('finds by a telephone number with gaps what it finds without them, and nothing else', async () => {
    expect((await found('+31 30 100-0777')).numbers).toEqual(['M777']);
    expect((await found('31301000777')).numbers).toEqual(['M777']);
  });

  it('finds by tracking number with and without its gaps, by a changed address, in Chinese, and by the buyer’s handle and address', async () => {
    await pool.query(
      `INSERT INTO "Shipment" ("id", "orderId", "carrier", "tracking", "shippedAt") VALUES (gen_random_uuid(), md5('many5')::uuid, 'Post', '1Z 999-AA1', now())`,
    );
    await pool.query(
      `UPDATE "Order" SET "shipName" = '林小满', "shipCity" = 'Café-Ville' WHERE "id" = md5('many6')::uuid`,
    );
    expect((await found('1Z999AA1')).numbers).toEqual(['M5']);
    expect((await found('1z 999')).numbers).toEqual(['M5']);
    for (const q of ['小满', '林', '满', '林小满', 'cafe ville']) expect((await found(q)).numbers).toEqual(['M6']);
    const { rows } = await pool.query<{ handle: string; email: string }>(
      'SELECT "handle", "email" FROM "Member" WHERE "id" = $1',
      [made.buyer],
    );
    expect((await found(`@${rows[0]!.handle}`)).numbers).toHaveLength(1_000);
    expect((await found(rows[0]!.email)).numbers[0]).toBe('M1');
    await pool.query(`UPDATE "Member" SET "email" = 'ines@xn--bcher-kva.example' WHERE "id" = $1`, [made.buyer]);
    expect((await found('Ines@bücher.example')).numbers[0]).toBe('M1');
    expect((await found('nobody@nowhere.example')).numbers).toEqual([]);
    expect((await found(`'); DROP TABLE & | ! :* \\ <->`)).numbers).toEqual([]);
  });

  it('takes the newest of too many, and says so', async () => {
    const { numbers: some, cut } = await found('utrecht');
    expect({ cut, length: some.length }).toEqual({ cut: true, length: 1_000 });
    expect(some[0]).toBe('M1');
  });
});
