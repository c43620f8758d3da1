import { expect, it } from 'vitest';

import { readCursor, readMoment, writeCursor } from './cursor';

const id = '00000000-0000-4000-8000-000000000001';

it('reads back what it wrote', () => {
  const at = new Date('2026-11-28T20:00:00.123Z');
  expect(readMoment(writeCursor(at, id))).toEqual({ at, id });
  expect(readCursor(writeCursor(41, id))).toEqual({ value: 41, id });
});

it('names no place by what nobody of us wrote', () => {
  for (const text of [undefined, 7, ['1.a'], '', '.', `.${id}`, '1.x', `-1.${id}`, `zzzzzzzzzz.${id}`, `1_${id}`])
    expect(readCursor(text)).toBeNull();
  expect(readCursor(writeCursor(42, id), 41)).toBeNull();
});
