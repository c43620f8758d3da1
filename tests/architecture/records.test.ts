import { readdirSync } from 'node:fs';

import { expect, it } from 'vitest';

it('gives each record of a decision a number of its own', () => {
  const numbers = readdirSync('docs/decisions').map((file) => file.slice(0, 4));
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
});
