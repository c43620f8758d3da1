import { expect, test } from 'vitest';

import { bounded, boundedMap, listBounded } from './bounded';

const small = { name: 'test', holds: 'Values of a test.', count: 3, bytes: 1_000, ttl: 1_000 };

test('the least recently used entry gives way to a newcomer', () => {
  const map = boundedMap<string>(small);
  for (const key of ['a', 'b', 'c']) map.set(key, key);
  map.get('a');
  map.set('d', 'd');
  expect([map.has('a'), map.has('b'), map.has('c'), map.has('d')]).toEqual([true, false, true, true]);
});

test('bytes of keys count as well as those of values', () => {
  const map = boundedMap<string>({ ...small, count: 1_000 });
  for (let at = 0; at < 100; at += 1) map.set(`${at}`.padEnd(100, 'k'), '');
  expect(map.bytes).toBeLessThanOrEqual(1_000);
  expect(map.size).toBe(5);
});

test('what is larger than the whole is not kept, and takes nothing away', () => {
  const map = boundedMap<Uint8Array>(small);
  map.set('a', new Uint8Array(10));
  expect(map.set('b', new Uint8Array(2_000))).toBe(false);
  expect([map.has('a'), map.has('b')]).toEqual([true, false]);
});

test('a larger value in the place of a known one never leaves the old one behind', () => {
  const map = boundedMap<string>(small);
  map.set('a', 'old');
  map.set('a', 'x'.repeat(2_000));
  expect(map.get('a')).toBeUndefined();
});

test('a full memory may refuse newcomers instead, and takes them once there is room', () => {
  const map = boundedMap<number>({ ...small, whenFull: 'refuse' });
  expect(['a', 'b', 'c', 'd'].map((key) => map.set(key, 1))).toEqual([true, true, true, false]);
  expect(map.set('a', 2)).toBe(true);
  map.delete('b');
  expect(map.set('d', 1)).toBe(true);
});

test('an entry is gone when its time is over', async () => {
  const map = boundedMap<number>({ ...small, ttl: 20, whenFull: 'refuse' });
  for (const key of ['a', 'b', 'c']) map.set(key, 1);
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(map.has('a')).toBe(false);
  expect(map.set('d', 1)).toBe(true);
});

test('the same name gets the same memory, which stands in the register', () => {
  const first = bounded<number>({ ...small, name: 'test: registered' });
  first.set('a', 1);
  expect(bounded<number>({ ...small, name: 'test: registered' }).get('a')).toBe(1);
  expect(listBounded().map(({ bound }) => bound.name)).toContain('test: registered');
});
