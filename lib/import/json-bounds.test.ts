import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { beyondBounds } from './json-bounds';

const check = (text: string, depth = 3, values = 10) => beyondBounds(Buffer.from(text), { depth, values });

describe('how much JSON says', () => {
  it('is counted without what stands in texts', () => {
    expect(check('{"a":[[1,2,3]]}')).toBe(null);
    expect(check('{"a":[[[1]]]}')).toBe('depth');
    expect(check('{"[[[[[[":"{{{{{,,,,,,,,,,,,,,,"}')).toBe(null);
    expect(check('["\\"[[[[[[","\\\\",[["\\\\\\"[[[[["]]]')).toBe(null);
    expect(check('["\\\\",[[[1]]]]')).toBe('depth');
    expect(check('[1,2,3,4,5,6,7,8,9,10,11]')).toBe('values');
    expect(check('[][][][][][][][][][][]')).toBe('values');
  });

  it('is judged of what is no JSON, too', () => {
    expect(check('')).toBe(null);
    expect(check('["never ends [[[[[[[')).toBe(null);
    expect(check(']]]]]]]]]]]]')).toBe(null);
    expect(check('"\\')).toBe(null);
  });

  it('is the depth of the value', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const depth = depthOf(value);
        const text = JSON.stringify(value);
        expect(check(text, depth, 1_000_000)).toBe(null);
        if (depth > 0) expect(check(text, depth - 1, 1_000_000)).toBe('depth');
      }),
    );
  });
});
