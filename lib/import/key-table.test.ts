import { expect, it } from 'vitest';

import { KeyTable } from './key-table';

it('a table of keys counts like a map, through every growth, and forgets none', () => {
  const [table, map] = [new KeyTable(2), new Map<string, number>()];
  for (let at = 0; at < 60_000; at += 1) {
    const key = `${(at * 7_919) % 20_000}@mill.example`;
    table.add(key, 1);
    table.set(key, at, 1);
    map.set(key, (map.get(key) ?? 0) + 1);
  }
  expect([...map].filter(([key, count]) => table.get(key) !== count)).toEqual([]);
  expect(table.get('0@mill.example', 1)).toBe(40_000);
  expect(table.get('nobody')).toBe(0);
  expect([...table.rows()]).toHaveLength(20_000);
  expect([...table.rows()].reduce((sum, [count]) => sum + count!, 0)).toBe(60_000);
});
