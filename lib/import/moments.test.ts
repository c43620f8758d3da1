import { expect, it } from 'vitest';

import { moment } from './sheet-pieces';

const read = (text: string) => moment('start').safeParse(text);

it.each([
  ['2024-05-01 10:14:00 +0200', '2024-05-01T10:14:00+02:00'],
  ['2024-05-01T10:14:00.123Z', '2024-05-01T10:14:00Z'],
  ['2024-05-01 10:14:00 UTC', '2024-05-01T10:14:00Z'],
  ['', null],
])('%j is a moment', (text, said) => {
  expect(read(text).data).toBe(said);
});

it.each([
  '2024-05-01',
  '2024-05-01 10:14:00',
  '2024-05-01T10:14:00',
  '2024-05-01 +0200',
  '5/1/2024 10:14',
  '2024-02-30 10:00:00 +0200',
])('%j says no zone or is no day, and is refused', (text) => {
  expect(read(text).error?.issues[0]).toMatchObject({ params: { code: 'moment' } });
});
