import fc from 'fast-check';
import { expect, it } from 'vitest';

import { db } from '@/lib/core/db';

import { anywherePattern } from './like-pattern';

it('finds a text by each of its parts, whatever signs they have, and by no wildcard', async () => {
  const found = async (text: string, part: string) =>
    (await db.$queryRaw<{ found: boolean }[]>`SELECT ${text}::text LIKE ${anywherePattern(part)} AS found`)[0]!.found;
  expect([
    await found('a_b', '_'),
    await found('axb', '_'),
    await found('100%', '%'),
    await found('1000', '0%'),
  ]).toEqual([true, false, true, false]);
  const signs = fc.string({ unit: fc.constantFrom('a', '%', '_', '\\', '中'), maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      signs,
      signs,
      async (before, part) => void expect(await found(`${before}${part}x`, part)).toBe(true),
    ),
    { numRuns: 40 },
  );
});
