/** What an import holds in memory does not grow with its files as their texts do. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { expect, it } from 'vitest';

import { keepInBatches } from './keep-in-batches';
import { createTally } from './report';
import { Grouper, Surveyor } from './shopify-groups';
import { orderShapes } from './shopify-order-shape';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const held = () => {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_048_576;
};
/** Megabytes that work leaves behind while what it answers is held. */
async function cost(work: () => unknown): Promise<number> {
  const before = held();
  const kept: unknown = await work();
  const after = held();
  expect(kept).toBeDefined();
  return after - before;
}
const many = 250_000;
const addressAt = (at: number) => `ann.example.number.${at}@customers.${'of.the.old.shop.'.repeat(8)}mill.example`;

it('things are counted in less than half of what their names would take', async () => {
  const surveyed = await cost(() => {
    const surveyor = new Surveyor();
    for (let at = 0; at < many; at += 1) surveyor.see(addressAt(at), { cells: ['x'] });
    return surveyor.result();
  });
  const named = await cost(() => {
    const counts = new Map<string, number>();
    for (let at = 0; at < many; at += 1) counts.set(addressAt(at), at);
    return counts;
  });
  expect(surveyed).toBeLessThan(named / 2);
});

it('records and refusals are not remembered one by one', async () => {
  const keep = async () => ({ added: 0, changed: 0, refused: [] });
  const keeping = await cost(async () => {
    const keeper = keepInBatches({ source: 'shopify', kind: 'customer' }, { keep, remembers: false });
    for (let at = 0; at < many; at += 1) await keeper.add({ sourceId: addressAt(at), row: {} });
    return keeper;
  });
  const tally = createTally();
  const telling = await cost(() => {
    for (let row = 2; row < many; row += 1) {
      for (const code of ['a', 'b']) tally.add({ file: 'customers.csv', row, code, reason: 'x' });
    }
    return tally;
  });
  expect(tally.refused).toBe(many - 2);
  expect([keeping < 4, telling < 4]).toEqual([true, true]);
});

it('the rows of one thing have a bound in characters too', () => {
  const grouped = { what: 'collection', key: 'handle', most: 50_000 };
  const row = { row: 2, cells: ['x'.repeat(100_000)] };
  const groups = (counts: Record<string, number>) => {
    const surveyor = new Surveyor();
    for (const [key, count] of Object.entries(counts)) for (let at = 0; at < count; at += 1) surveyor.see(key, row);
    const grouper = new Grouper(surveyor.result(), grouped);
    const found = Object.entries(counts).flatMap(([key, count]) =>
      Array.from({ length: count }, () => grouper.add(key, row)).flat(),
    );
    return [...found, ...grouper.end()].map(
      ({ handle, rows, fault }) => `${handle} ${rows.length} ${fault?.code ?? ''}`,
    );
  };
  expect(groups({ small: 300, other: 1 })).toEqual(['small 300 ', 'other 1 ']);
  expect(new Set(groups({ large: 330, other: 1 }))).toEqual(new Set(['large 1 rows-too-large', 'other 1 ']));
});

it('how the rows of orders are read is made once for a file and a currency', () => {
  const money = { currency: 'USD', delimiter: ',' };
  expect(orderShapes(money, 'EUR')).toBe(orderShapes(money, 'EUR'));
  expect(orderShapes(money, 'JPY')).not.toBe(orderShapes(money, 'EUR'));
  expect(orderShapes({ ...money, delimiter: ';' }, 'EUR')).not.toBe(orderShapes(money, 'EUR'));
});
