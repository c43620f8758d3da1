import { beforeEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { keepInBatches } from '@/lib/import/keep-in-batches';
import { truncateAll, untilWaiting } from '@/tests/support/database';

import { dropRecords, keepRecords, takeRecords } from './commands';
import { countRecords, listRecordIds, listWaiting } from './queries';
import { mostRecords } from './schema';

const kind = { source: 'oldforum', kind: 'group' };
const keep = (records: { sourceId: string; row: Record<string, unknown> }[], now = new Date()) =>
  transact(keepRecords)(system, { ...kind, records }, { now });
const waiting = () => listWaiting(reading(system), kind);

function promised(): [Promise<void>, () => void] {
  let tell = () => {};
  return [new Promise<void>((resolve) => (tell = resolve)), () => tell()];
}

beforeEach(truncateAll);

describe('records of imports', () => {
  it('are kept once for each source, kind and id, and written again only where they changed', async () => {
    const row = { name: 'Beta', members: [1, 2] };
    expect(await keep([{ sourceId: '7', row }])).toEqual({ added: 1, changed: 0, refused: [] });
    expect(await keep([{ sourceId: '7', row: { members: [1, 2], name: 'Beta' } }])).toEqual({
      ...{ added: 0, changed: 0, refused: [] },
    });
    await transact(keepRecords)(system, { ...kind, kind: 'badge', records: [{ sourceId: '7', row }] });
    await transact(keepRecords)(system, { ...kind, source: 'oldshop', records: [{ sourceId: '7', row }] });
    expect(await keep([{ sourceId: '7', row: { name: 'Gamma' } }])).toMatchObject({ added: 0, changed: 1 });
    expect(await waiting()).toEqual([{ sourceId: '7', row: { name: 'Gamma' }, version: 2 }]);
    expect(await db.importRecord.count()).toBe(3);
    expect(await countRecords(reading(system), { source: 'oldforum' })).toEqual({
      group: { all: 1, waiting: 1 },
      badge: { all: 1, waiting: 1 },
    });
  });

  it('that are too large or have no id are told by their place and fail no other', async () => {
    const { added, refused } = await keep([
      { sourceId: 'a', row: { text: 'x'.repeat(300_000) } },
      { sourceId: 'b', row: { text: 'kept' } },
      { sourceId: '', row: {} },
      // Short as JSON, long as the database writes it.
      { sourceId: 'c', row: { numbers: Array.from({ length: 1_000 }, () => 1e300) } },
      { sourceId: 'd', row: [] as never },
    ]);
    expect([added, refused]).toEqual([1, [0, 2, 3, 4]]);
    await expect(
      db.$executeRaw`UPDATE "ImportRecord" SET "row" = jsonb_build_object('text', repeat('x', 300000))`,
    ).rejects.toThrow('ImportRecord_row_bounded');
  });

  it('hold no sign that a database refuses or a reader does not see', async () => {
    await keep([{ sourceId: 'a\u0000', row: { ['na\u0000me']: 'x\u0000\uD800\u202Ey', last: 1 } }]);
    expect(await waiting()).toEqual([{ sourceId: 'a', row: { name: 'x\uFFFDy', last: 1 }, version: 1 }]);
  });

  it('wait until they are taken, and again when an import changes them', async () => {
    await keep(['1', '2'].map((sourceId) => ({ sourceId, row: { of: sourceId } })));
    const take = (version: number) => transact(takeRecords)(system, { ...kind, records: [{ sourceId: '1', version }] });
    expect([await take(2), await take(1), await take(1)]).toEqual([0, 1, 0]);
    expect((await waiting()).map(({ sourceId }) => sourceId)).toEqual(['2']);
    await keep([{ sourceId: '1', row: { of: '1' } }]);
    expect(await waiting()).toHaveLength(1);
    await keep([{ sourceId: '1', row: { of: 'other' } }]);
    expect(await waiting()).toHaveLength(2);
    expect(await db.importRecord.count({ where: { takenAt: { not: null } } })).toBe(0);
  });

  const takenBlindly = () =>
    db.$executeRaw`UPDATE "ImportRecord" SET "state" = 'TAKEN' WHERE "sourceId" = '1' AND "state" = 'KEPT'`;

  it.each([
    ['are left waiting by who read the older state', true, 0],
    ['would be lost without the version', false, 1],
  ])('that change while they are taken %s', async (_, guarded, marked) => {
    await keep([{ sourceId: '1', row: { of: 'old' } }]);
    const { version } = (await waiting())[0]!;
    const [kept, tellKept] = promised();
    const [over, end] = promised();
    const changing = inTransaction(system, async (ctx) => {
      await keepRecords(ctx, { ...kind, records: [{ sourceId: '1', row: { of: 'new' } }] });
      tellKept();
      await over;
    });
    await kept;
    const records = [{ sourceId: '1', version }];
    const taking = guarded ? transact(takeRecords)(system, { ...kind, records }) : takenBlindly();
    await untilWaiting(1);
    end();
    await changing;
    expect(await taking).toBe(marked);
    expect(await waiting()).toHaveLength(1 - marked);
  });

  it('may be kept by two imports at once', async () => {
    const records = Array.from({ length: 300 }, (_, at) => ({ sourceId: `${at}`, row: { at } }));
    const done = await Promise.all([keep(records), keep(records.toReversed()), keep(records)]);
    expect(done.reduce((sum, { added }) => sum + added, 0)).toBe(300);
    expect(done.reduce((sum, { changed }) => sum + changed, 0)).toBe(0);
  });

  it('are dropped by their ids', async () => {
    await keep(['1', '2', '3'].map((sourceId) => ({ sourceId, row: {} })));
    expect(await transact(dropRecords)(system, { ...kind, sourceIds: ['1', '3', '4'] })).toBe(2);
    expect(await listRecordIds(reading(system), kind)).toEqual(['2']);
  });
});

describe('records in batches', () => {
  it('are written some hundreds at once, and what the source has no more is dropped', async () => {
    const many = mostRecords * 2 + 3;
    const bring = async (ids: number[], whole: boolean) => {
      const keeper = keepInBatches(kind);
      for (const id of ids) await keeper.add({ sourceId: `${id}`, row: { id } });
      return keeper.end(() => whole);
    };
    const ids = Array.from({ length: many }, (_, at) => at);
    expect(await bring(ids, true)).toEqual({ seen: many, added: many, changed: 0, dropped: 0, refused: [] });
    expect(await bring(ids.slice(0, 5), false)).toMatchObject({ added: 0, changed: 0, dropped: 0 });
    expect(await bring(ids.slice(10), true)).toMatchObject({ added: 0, changed: 0, dropped: 10 });
    expect(await db.importRecord.count()).toBe(many - 10);
  });

  it('name those that cannot be kept', async () => {
    const keeper = keepInBatches(kind);
    await keeper.add({ sourceId: 'large', row: { text: 'x'.repeat(300_000) } });
    await keeper.add({ sourceId: 'small', row: {} });
    expect((await keeper.end()).refused).toEqual(['large']);
  });
});
