import { describe, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { declareList, readList } from '@/lib/core/list';
import { makeMember } from '@/tests/support/factories';
import { asRoles } from '@/tests/support/as-roles';
import { refusal } from '@/tests/support/refusal';

import { chooseColumns } from './commands';
import { exportRows } from './export-rows';
import { getColumns } from './queries';

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
