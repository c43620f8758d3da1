import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { inTransaction, reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { declareList, readList, viewQuery } from '@/lib/core/list';
import { makeMember } from '@/tests/support/factories';
import { asRoles } from '@/tests/support/as-roles';
import { refusal } from '@/tests/support/refusal';

import { changeView, chooseColumns, deleteView, saveView } from './commands';
import { exportRows } from './export-rows';
import { getColumns } from './queries';
import { listViews } from './queries/views';

const list = declareList({
  name: 'parcels',
  table: 'Order',
  sorts: { newest: { by: '"createdAt"', as: 'timestamptz', down: true } },
  filters: {},
  search: false,
  columns: ['number', 'state', 'date'],
  shown: ['number', 'state'],
});

describe('columns of a list', () => {
  it('are those that a staff member chose, the first one always, until they choose none', async () => {
    const one = { ...(await makeMember()), ...asRoles('SUPPORT') };
    const other = { ...(await makeMember()), ...asRoles('SUPPORT') };
    const columns = () => getColumns(reading(one), { list });
    expect(await columns()).toEqual(['number', 'state']);
    await transact(chooseColumns)(one, { list: 'parcels', columns: ['date', 'gone', 'date'] });
    expect(await columns()).toEqual(['number', 'date']);
    expect(await getColumns(reading(other), { list })).toEqual(['number', 'state']);
    await transact(chooseColumns)(one, { list: 'parcels', columns: [] });
    expect(await columns()).toEqual(['number', 'state']);
  });

  it('are kept of fifty lists at most, and of staff alone', async () => {
    const one = { ...(await makeMember()), ...asRoles('SUPPORT') };
    const keep = (name: string) => refusal(transact(chooseColumns)(one, { list: name, columns: ['a'] }));
    const names = Array.from(
      { length: 50 },
      (_, at) => `list${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))}`,
    );
    for (const name of names) await keep(name);
    expect(await keep('onemore')).toBe('not-found');
    expect(await keep(names[0]!)).toBe('done');
    const fan = { ...(await makeMember()), ...asRoles() };
    expect(await refusal(transact(chooseColumns)(fan, { list: 'parcels', columns: ['date'] }))).toBe('not-found');
  });
});

it('a file is not made of a search that found more than it can hold, since it would not say so', async () => {
  const by = { ...(await makeMember()), ...asRoles('SUPPORT') };
  const found = { ids: [], cut: true };
  const asked = readList(list, { q: 'a' });
  const file = exportRows({
    ...{ by, list, asked, found, zone: 'UTC', act: 'order.export', reason: 'Parcels', head: ['number'] },
    cells: () => Promise.resolve([]),
  });
  expect(await refusal(file)).toBe('export-cut');
});

describe('views of a list', () => {
  const staff = async () => ({ ...(await makeMember({ roles: ['SUPPORT'] })), ...asRoles('SUPPORT') });
  const view = (more: object = {}) => ({ list: 'orders', name: 'Paid', query: 'state=PAID', shared: false, ...more });
  const seenBy = async (actor: Awaited<ReturnType<typeof staff>>) =>
    (await listViews(reading(actor), { list: 'orders' })).map(({ name, mine }) => `${name}${mine ? '' : '*'}`);

  it('are one’s own, or shared, and changed by nobody else', async () => {
    const [one, other] = [await staff(), await staff()];
    await transact(saveView)(one, view());
    await transact(saveView)(one, view({ name: 'Aside', shared: true }));
    expect([await seenBy(one), await seenBy(other)]).toEqual([['Aside', 'Paid'], ['Aside*']]);
    expect(await refusal(transact(saveView)(one, view()))).toBe('view-named');
    const { id } = await db.listView.findFirstOrThrow({ where: { name: 'Aside' } });
    const change = (who: typeof one, name: string) => refusal(transact(changeView)(who, { id, name, shared: true }));
    expect([await change(other, 'Mine'), await change(one, 'Paid'), await change(one, 'Sent')]).toEqual([
      'not-found',
      'view-named',
      'done',
    ]);
    expect(await refusal(transact(deleteView)(other, { id }))).toBe('not-found');
    await db.grant.deleteMany({ where: { memberId: one.id } });
    expect(await seenBy(other)).toEqual([]);
    await transact(deleteView)(one, { id });
    expect(await seenBy(one)).toEqual(['Paid']);
  });

  it('are twenty at most, however many are saved at once', async () => {
    const one = await staff();
    const save = (name: string) => refusal(transact(saveView)(one, view({ name: `View ${name}` })));
    for (let at = 0; at < 17; at += 1) await save(`a${at}`);
    const codes = await Promise.all(Array.from({ length: 8 }, (_, at) => save(`b${at}`)));
    expect(codes.filter((code) => code === 'done')).toHaveLength(3);
    expect(new Set(codes)).toEqual(new Set(['done', 'views-many']));
  });

  it('would be more without their lock', async () => {
    const one = await staff();
    for (let at = 0; at < 17; at += 1) await transact(saveView)(one, view({ name: `c${at}` }));
    const unlocked = (name: string) =>
      inTransaction(one, (ctx) => {
        const db = new Proxy(ctx.db, {
          get: (target, key) => (key === '$executeRaw' ? async () => 0 : (Reflect.get(target, key) as unknown)),
        });
        return saveView({ ...ctx, db }, view({ name }));
      });
    await Promise.all(Array.from({ length: 8 }, (_, at) => refusal(unlocked(`d${at}`))));
    expect(await db.listView.count({ where: { memberId: one.id } })).toBeGreaterThan(20);
  });

  it('are written alike, whatever the order of their parts, and keep no words that are searched for', () => {
    const asked = (query: Record<string, string>) => viewQuery(orderLike, readList(orderLike, query));
    expect(asked({ state: 'b', q: 'a', sort: 'oldest' })).toBe('sort=oldest&state=b');
    expect(asked({ sort: 'newest', state: 'b', q: 'a' })).toBe('state=b');
    expect(asked({ q: 'ada@fans.test' })).toBe('');
  });
});

const orderLike = declareList({
  ...list,
  search: true,
  sorts: { ...list.sorts, oldest: { by: '"createdAt"', as: 'timestamptz' } },
  filters: { state: { kind: 'is', column: 'state', as: 'text', value: z.string() } },
});
