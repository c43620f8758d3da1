import { beforeAll, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { after, clock, day, minute } from '@/lib/core/time';
import { asRoles } from '@/tests/support/as-roles';
import { makeMember } from '@/tests/support/factories';
import { makeManyOrders, type ManyOrders } from '@/tests/support/many-orders';
import { runJobs } from '@/tests/support/order-factories';
import { refusal, refused } from '@/tests/support/refusal';
import { runToEnd } from '@/scripts/lib/run-node';
import type { BulkKinds } from '@/lib/core/bulk';
import { draftBulk, startBulk, takeBulkRow, tendBulks } from '@/lib/lists/commands';
import { orderNumberSchema } from '@/lib/orders/schema';
import { system } from '@/lib/core/actor';

import { chooseOrders } from '../orders/choose-orders';
import { runBulk } from './run-bulk';
import { dropBulkAct, startBulkAct, stopBulkAct } from './start-bulk';

let made: ManyOrders;
beforeAll(async () => void (made = await makeManyOrders(1_200)), 60_000);

const makeOps = async (): Promise<SignedIn> => ({
  ...(await makeMember({ roles: ['OPERATIONS'] })),
  ...asRoles('OPERATIONS'),
});

const choice = (more: object = {}) => ({
  ...{ act: 'orders.ship' as const, all: undefined, ids: [] as string[], query: {}, locale: 'en' as const },
  ...more,
});
const all = (query: Record<string, string>) => choice({ all: '1', query });
const idsOf = async (...numbers: string[]) => {
  const rows = await db.order.findMany({ where: { number: { in: numbers } }, select: { id: true } });
  return rows.map(({ id }) => id);
};
const paid = async (count: number): Promise<string[]> => {
  const rows = await db.order.findMany({ where: { state: 'PAID' }, take: count, orderBy: { createdAt: 'desc' } });
  return rows.map(({ number }) => number);
};
const begin = async (by: SignedIn, numbers: string[]) => {
  const id = await chooseOrders(by, choice({ ids: await idsOf(...numbers) }));
  await startBulkAct(by, { id, carrier: 'Post' });
  return id;
};
const work = () => runJobs(undefined, (name) => name === 'runBulk');
const standOf = async (id: string) => {
  const { total, done, refused: no, endedAt, stopped } = await db.bulkAct.findUniqueOrThrow({ where: { id } });
  return { total, done, refused: no, ended: endedAt !== null, stopped };
};
const parcelsOf = (numbers: string[]) => db.shipment.count({ where: { order: { number: { in: numbers } } } });

describe('an act on many orders', () => {
  it('does to each what the command of one does, and writes down why it refused the others', async () => {
    const by = await makeOps();
    const [one, two] = (await paid(2)) as [string, string];
    const id = await begin(by, [one, two, 'M1', 'M1199']);
    await work();
    expect(await standOf(id)).toEqual({ total: 4, done: 2, refused: 2, ended: true, stopped: false });
    const rows = await db.bulkRow.findMany({ where: { actId: id, state: 'REFUSED' }, orderBy: { key: 'asc' } });
    expect(rows.map(({ key, code, values }) => ({ key, code, values }))).toEqual([
      { key: 'M1', code: 'order-moved-on', values: { state: 'DELIVERED' } },
      { key: 'M1199', code: 'order-moved-on', values: { state: 'SHIPPED' } },
    ]);
    const order = await db.order.findUniqueOrThrow({
      where: { number: one },
      select: { id: true, state: true, shipments: { select: { carrier: true, tracking: true } }, steps: true },
    });
    expect(order).toMatchObject({ state: 'SHIPPED', shipments: [{ carrier: 'Post', tracking: '' }] });
    expect(order.steps.at(-1)).toMatchObject({ kind: 'SHIPPED', byId: by.id });
    const acts = await db.auditEntry.findMany({ where: { actorId: by.id }, select: { act: true } });
    expect(acts.map(({ act }) => act).toSorted()).toEqual(['bulk.start', 'order.ship', 'order.ship']);
    await runJobs();
    const notices = await db.notification.findMany({ where: { memberId: made.buyer } });
    expect(notices.map(({ kind }) => kind)).toEqual(['order.shippedUntracked', 'order.shippedUntracked']);
  });

  it('is about the rows of the moment at which they were chosen', async () => {
    const by = await makeOps();
    const query = { drop: made.drop, state: 'PENDING' };
    const before = await db.order.count({ where: { dropId: made.drop, state: 'PENDING' } });
    const id = await chooseOrders(by, all(query));
    const [late] = await paid(1);
    await db.order.update({ where: { number: late }, data: { state: 'PENDING' } });
    await startBulkAct(by, { id, carrier: 'Post' });
    await work();
    expect(await standOf(id)).toMatchObject({ total: before, done: 0, refused: before });
    expect(await db.bulkRow.count({ where: { actId: id, key: late } })).toBe(0);
    await db.order.update({ where: { number: late }, data: { state: 'PAID' } });
  });

  it('is for who may ship, is started once and by its maker, and needs a carrier', async () => {
    const [by, other] = [await makeOps(), await makeOps()];
    const agent = { ...(await makeMember({ roles: ['SUPPORT'] })), ...asRoles('SUPPORT') };
    expect(await refusal(chooseOrders(agent, all({})))).toBe('not-found');
    expect(await refusal(chooseOrders(by, choice()))).toBe('bulk-none');
    const id = await chooseOrders(by, all({ drop: made.rareDrop }));
    expect(await refusal(startBulkAct(other, { id, carrier: 'Post' }))).toBe('not-found');
    expect((await refused(startBulkAct(by, { id, carrier: ' ' }))).detail.field).toBe('carrier');
    const twice = await Promise.all([1, 2].map(() => refusal(startBulkAct(by, { id, carrier: 'Post' }))));
    expect(twice.toSorted()).toEqual(['bulk-started', 'done']);
    expect(await refusal(dropBulkAct(by, { id }))).toBe('not-found');
    await stopBulkAct(other, { id });
    await work();
    expect(await standOf(id)).toEqual({ total: 20, done: 0, refused: 0, ended: true, stopped: true });
  });

  it.each([
    ['is suspended', (id: string) => suspend(id)],
    ['loses the role', (id: string) => db.grant.deleteMany({ where: { memberId: id } })],
  ])('stops when its member %s', async (_, happens) => {
    const by = await makeOps();
    const numbers = await paid(2);
    const id = await begin(by, numbers);
    await happens(by.id);
    await work();
    expect(await standOf(id)).toMatchObject({ done: 0, refused: 0, ended: true, stopped: true });
    expect(await parcelsOf(numbers)).toBe(0);
  });

  it('stops when its member has no second factor where their role asks for one', async () => {
    const by = await makeOps();
    const numbers = await paid(1);
    const id = await begin(by, numbers);
    env.embedded = false;
    try {
      await work();
    } finally {
      env.embedded = true;
    }
    expect(await standOf(id)).toMatchObject({ done: 0, ended: true, stopped: true });
    expect(await parcelsOf(numbers)).toBe(0);
  });

  it('goes on behind a row that fails by a mistake of ours', async () => {
    const by = await makeOps();
    const [bad, good] = (await paid(2)) as [string, string];
    await pool.query(
      `CREATE OR REPLACE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END'`,
    );
    await pool.query(
      `CREATE TRIGGER fails BEFORE UPDATE ON "Order" FOR EACH ROW WHEN (NEW."number" = '${bad}') EXECUTE FUNCTION fails()`,
    );
    const id = await begin(by, [bad, good]);
    await work();
    await pool.query('DROP TRIGGER fails ON "Order"');
    expect(await standOf(id)).toMatchObject({ done: 1, refused: 1, ended: true });
    expect(await db.bulkRow.findFirst({ where: { actId: id, key: bad }, select: { code: true } })).toEqual({
      code: 'failed',
    });
    expect([await parcelsOf([bad]), await parcelsOf([good])]).toEqual([0, 1]);
  });
});

const suspend = (memberId: string) => db.suspension.create({ data: { memberId, reason: 'spam', at: clock() } });

// Each row leaves one entry, so that a row done twice is seen.
const kinds: BulkKinds = {
  'orders.count': {
    list: 'orders',
    permission: 'orders.ship',
    reads: 'orders.read',
    input: () => orderNumberSchema,
    run: (ctx, { key }) => audit(ctx, { act: 'count', subject: ['order', key] }),
    forecast: async () => [],
  },
};

async function countBy(by: SignedIn, rows: number): Promise<string> {
  const keys = Array.from({ length: rows }, (_, at) => ({ key: `${by.handle}-${at}` }));
  const id = await transact(draftBulk)(by, { list: 'orders', act: 'orders.count', rows: keys });
  await transact(startBulk)(by, { id, input: {} });
  return id;
}
const entriesOf = (by: SignedIn) => db.auditEntry.count({ where: { actorId: by.id, act: 'count' } });

describe('acts at one time', () => {
  it('over the same orders ship each once, and tell the later one', async () => {
    const [one, two] = [await makeOps(), await makeOps()];
    const numbers = await paid(24);
    const ids = [await begin(one, numbers), await begin(two, numbers.toReversed())];
    await Promise.all(ids.map((actId) => runBulk({ actId })));
    const stands = await Promise.all(ids.map(standOf));
    expect(stands.map(({ done, refused: no }) => done + no)).toEqual([24, 24]);
    expect(stands[0]!.done + stands[1]!.done).toBe(24);
    expect(await parcelsOf(numbers)).toBe(24);
  });

  it('two runners of one act do each row once', async () => {
    const by = await makeOps();
    const actId = await countBy(by, 40);
    await Promise.all([1, 2, 3].map(() => runBulk({ actId }, { kinds })));
    expect(await entriesOf(by)).toBe(40);
    expect(await standOf(actId)).toMatchObject({ done: 40, refused: 0, ended: true });
  });

  it('would do rows twice without the guard of the row', async () => {
    const by = await makeOps();
    const actId = await countBy(by, 40);
    const take: typeof takeBulkRow = async (ctx, row) => (await takeBulkRow(ctx, row), true);
    await Promise.all([1, 2, 3].map(() => runBulk({ actId }, { kinds, take })));
    expect(await entriesOf(by)).toBeGreaterThan(40);
  });
});

describe('after a crash', () => {
  it('no row is done twice or left out, wherever the process died', async () => {
    for (const last of [1, 9]) {
      const by = await makeOps();
      const numbers = await paid(8);
      const id = await begin(by, numbers);
      const { status } = await runToEnd({
        script: 'tests/support/crash-child.ts',
        words: ['bulk', id, String(last)],
        quiet: true,
      });
      expect(status).toBe(128);
      const done = await db.bulkRow.count({ where: { actId: id, state: 'DONE' } });
      expect(done).toBe(await parcelsOf(numbers));
      expect(done).toBe(Math.min(last, 8));
      await transact(tendBulks)(system, undefined, { now: after(clock(), 2 * minute) });
      await work();
      expect(await standOf(id)).toMatchObject({ total: 8, done: 8, refused: 0, ended: true });
      expect(await parcelsOf(numbers)).toBe(8);
    }
  }, 60_000);

  it('an act that nobody works on is begun again, and a draft of yesterday is gone, as is a report of a quarter ago', async () => {
    const by = await makeOps();
    const [one, two] = [await begin(by, await paid(1)), await chooseOrders(by, choice({ ids: await idsOf('M1') }))];
    await pool.query(`SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker._private_jobs))`);
    await transact(tendBulks)(system, undefined);
    expect(await work()).toBe(0);
    await transact(tendBulks)(system, undefined, { now: after(clock(), 2 * day) });
    expect(await work()).toBe(1);
    expect(await standOf(one)).toMatchObject({ done: 1, ended: true });
    expect(await db.bulkAct.count({ where: { id: two } })).toBe(0);
    await transact(tendBulks)(system, undefined, { now: after(clock(), 89 * day) });
    expect(await db.bulkRow.count({ where: { actId: one } })).toBe(1);
    await transact(tendBulks)(system, undefined, { now: after(clock(), 91 * day) });
    expect(await db.bulkRow.count({ where: { actId: one } })).toBe(0);
  });
});
