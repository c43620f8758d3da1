import { expect, it } from 'vitest';
import { z } from 'zod';

import { fieldsById } from './fields-by-id';
import { whole } from './whole-number';

const id = (at: number) => `00000000-0000-7000-8000-00000000000${at}`;
const form = z
  .object({})
  .catchall(z.unknown())
  .transform((fields, ctx) => fieldsById(fields, ctx, 'units', whole(0, 9)));

it('are read by their ids, those of other names left alone', () => {
  const read = form.parse({
    [`units.${id(1)}`]: '2',
    [`grade.${id(2)}`]: 'x',
    [`units.${id(3)}.MORE`]: 'y',
    units: '4',
  });
  expect(read).toEqual(new Map([[id(1), 2]]));
});

it('are refused each at its own field, with what its sentence says', () => {
  const wrong = form.safeParse({ [`units.${id(1)}`]: '10', [`units.${id(2)}`]: '1' }).error?.issues;
  expect(wrong).toMatchObject([
    { path: [`units.${id(1)}`], message: 'code:whole-number', params: { least: 0, most: 9 } },
  ]);
});
