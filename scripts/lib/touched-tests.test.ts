import { describe, expect, it } from 'vitest';

import { nearestFirst } from './touched-tests';

const far = Array.from({ length: 40 }, (_, at) => `lib/far/${at}.test.ts`);

describe('the tests that a change touches', () => {
  it('run the changed ones first, then those beside what changed, then some of the others', () => {
    const { near, left } = nearestFirst(
      [...far, 'lib/orders/totals.test.ts', 'lib/drops/draw.test.ts'],
      ['lib/orders/totals.ts', 'lib/drops/draw.test.ts'],
    );
    expect(near.slice(0, 2)).toEqual(['lib/drops/draw.test.ts', 'lib/orders/totals.test.ts']);
    expect(near).toHaveLength(16);
    expect(left).toBe(26);
  });

  it('never leave out what is changed itself', () => {
    expect(nearestFirst(far, far)).toEqual({ near: far.toSorted((a, b) => a.localeCompare(b)), left: 0 });
  });
});
