import { beforeEach, describe, expect, it } from 'vitest';
import type pg from 'pg';

import { db, pool } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { callApi, makeApiKey, makePaid } from '@/tests/support/api';
import { makeManyOrders } from '@/tests/support/many-orders';

type Page = { orders: { number: string; state: string; changedAt: string }[]; next: string; more: boolean };

let key: string;
beforeEach(async () => {
  ({ key } = await makeApiKey(['orders.read']));
});

async function page(query: Record<string, string> = {}): Promise<Page> {
  const { status, body } = await callApi(key, 'GET orders', { query });
  expect([status, body]).toEqual([200, body]);
  return body as unknown as Page;
}

/** Every page from a cursor on, as a poller reads them. */
async function follow(cursor: string | undefined, query: Record<string, string> = {}) {
  const seen: Page['orders'] = [];
  let at = cursor;
  for (;;) {
    const { orders, next, more } = await page({ ...query, ...(at !== undefined && { cursor: at }) });
    seen.push(...orders);
    at = next;
    if (!more) return { seen: seen.map(({ number }) => number), cursor: at };
  }
}

const change = (number: string) => db.order.update({ where: { number }, data: { locale: 'zh' } });

describe('the changes of orders', () => {
  it('come once each, the oldest first, and again only when something changed', async () => {
    const [first, second] = [await makePaid(), await makePaid()];
    const { seen, cursor } = await follow(undefined, { limit: '1' });
    expect(seen.slice(-2)).toEqual([first, second]);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await follow(cursor)).seen).toEqual([]);
    await change(first);
    const next = await follow(cursor);
    expect(next.seen).toEqual([first]);
    const { id } = await db.order.findUniqueOrThrow({ where: { number: second } });
    const parcel = { orderId: id, carrier: 'Post', tracking: 'A', shippedAt: clock() };
    await db.shipment.create({ data: parcel });
    const sent = await follow(next.cursor);
    expect(sent.seen).toEqual([second]);
    await db.shipment.updateMany({ where: { orderId: id }, data: { tracking: 'B' } });
    expect((await follow(sent.cursor)).seen).toEqual([second]);
  });

  it('that commit after later ones are not missed', async () => {
    const [slow, quick] = [await makePaid(), await makePaid()];
    const { cursor } = await follow(undefined);
    const open = await begin(slow);
    await change(quick);
    const between = await follow(cursor);
    expect(between.seen).toEqual([quick]);
    await commit(open);
    expect((await follow(between.cursor)).seen).toEqual([slow]);
  });

  it('control: by the moment of the change, what commits late is missed', async () => {
    const [slow, quick] = [await makePaid(), await makePaid()];
    await follow(undefined);
    const open = await begin(slow);
    await change(quick);
    const byMoment = async (since: Date) =>
      (
        await pool.query<{ number: string; at: Date }>(
          'SELECT "number", "changedAt" AS at FROM "Order" WHERE "changedAt" > $1 ORDER BY "changedAt"',
          [since],
        )
      ).rows;
    const { changedAt } = await db.order.findUniqueOrThrow({ where: { number: quick } });
    const seen = await byMoment(after(changedAt, -1));
    expect(seen.map(({ number }) => number)).toEqual([quick]);
    await commit(open);
    expect(await byMoment(seen.at(-1)!.at)).toEqual([]);
  });

  it('none is missed, nor comes twice unchanged, while many write and several read', async () => {
    const numbers = await Promise.all(Array.from({ length: 6 }, makePaid));
    const start = (await follow(undefined)).cursor;
    const rounds = 12;
    const writers = numbers.map(async (number) => {
      for (let round = 0; round < rounds; round += 1) {
        const open = await begin(number);
        await new Promise((later) => setTimeout(later, (round * 7) % 5));
        await commit(open);
      }
    });
    let over = false;
    const reader = async () => {
      const seen: string[] = [];
      let cursor = start;
      for (let last = false; ; last = over) {
        const read = await follow(cursor, { limit: '2' });
        seen.push(...read.seen);
        cursor = read.cursor;
        if (last) return { seen, cursor };
      }
    };
    const readers = [reader(), reader()];
    await Promise.all(writers);
    over = true;
    for (const { seen, cursor } of await Promise.all(readers)) {
      expect([...new Set(seen)].toSorted()).toEqual(numbers.toSorted());
      for (const number of numbers) expect(seen.filter((each) => each === number).length).toBeLessThanOrEqual(rounds);
      expect((await follow(cursor)).seen).toEqual([]);
    }
    const places = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM "Order" WHERE "place" IS NULL');
    expect(places.rows[0]!.n).toBe(0);
  });
});

describe('what is asked of them', () => {
  it('one state, one drop, changed or made since a moment', async () => {
    const [paid, other] = [await makePaid(), await makePaid()];
    await db.order.update({ where: { number: other }, data: { state: 'SHIPPED' } });
    const { drop, createdAt } = await db.order.findUniqueOrThrow({
      where: { number: paid },
      select: { createdAt: true, drop: { select: { slug: true } } },
    });
    expect((await follow(undefined, { state: 'PAID' })).seen).toContain(paid);
    expect((await follow(undefined, { state: 'PAID' })).seen).not.toContain(other);
    expect((await follow(undefined, { drop: drop!.slug })).seen).toEqual([paid]);
    expect((await follow(undefined, { drop: drop!.slug, state: 'SHIPPED' })).seen).toEqual([]);
    const made = { created_since: createdAt.toISOString() };
    expect((await follow(undefined, made)).seen).toEqual([paid, other]);
    await db.order.update({ where: { number: paid }, data: { createdAt: after(createdAt, -hour) } });
    expect((await follow(undefined, made)).seen).toEqual([other]);
    const soon = { updated_since: after(clock(), 2 * minute).toISOString() };
    expect((await follow(undefined, soon)).seen).toEqual([]);
    expect((await follow(undefined, { updated_since: after(clock(), -hour).toISOString() })).seen).toContain(paid);
  });

  it('what cannot be is refused with the parameter that is wrong', async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ limit: '0' }, 'limit'],
      [{ limit: '101' }, 'limit'],
      [{ limit: '1e1' }, 'limit'],
      [{ state: 'LOST' }, 'state'],
      [{ drop: 'no-such-drop' }, 'drop'],
      [{ updated_since: 'yesterday' }, 'updated_since'],
      [{ created_since: '2026-13-01T00:00:00Z' }, 'created_since'],
      [{ cursor: "0' OR 1=1" }, 'cursor'],
      [{ cursor: 'zzzzzzzzzzz' }, 'cursor'],
      [{ sort: 'newest' }, 'sort'],
    ];
    for (const [query, field] of wrong) {
      const { status, body } = await callApi(key, 'GET orders', { query });
      expect([query, status, body.field, typeof body.message]).toEqual([query, 422, field, 'string']);
    }
  });

  it('among many, pages end, hold everything once, and read along an index', async () => {
    const many = 4_000;
    const { rareDrop } = await makeManyOrders(many);
    const { slug } = await db.drop.findUniqueOrThrow({ where: { id: rareDrop } });
    const rare = await follow(undefined, { drop: slug, state: 'SHIPPED', limit: '7' });
    expect(rare.seen).toHaveLength(20);
    const { seen } = await follow(undefined, { limit: '100' });
    expect(seen.filter((number) => /^M\d{1,4}$/.test(number))).toHaveLength(many);
    expect(new Set(seen).size).toBe(seen.length);
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT 1 FROM "Order" WHERE "place" IS NOT NULL AND "place" > 10 AND "state" = 'PENDING' ORDER BY "place" LIMIT 51`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan using "Order_(state_)?place"/);
  });
});

async function begin(number: string): Promise<pg.PoolClient> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query(
    `UPDATE "Order" SET "locale" = CASE "locale" WHEN 'en' THEN 'zh' ELSE 'en' END WHERE "number" = $1`,
    [number],
  );
  return client;
}

async function commit(client: pg.PoolClient): Promise<void> {
  await client.query('COMMIT');
  client.release();
}
