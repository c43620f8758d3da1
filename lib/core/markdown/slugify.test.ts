import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from '.';

describe('slugify', () => {
  it.each([
    ['Hello, World!', 'hello-world'],
    ['小米 15 发布 — 你怎么看？', '小米-15-发布-你怎么看'],
    ['Ünïcode’s Café', 'unicodes-cafe'],
    ['カタカナ ガギ', 'カタカナ-ガギ'],
    ['हिन्दी', 'हिन्दी'],
    ['ＦＵＬＬ　ｗｉｄｔｈ', 'full-width'],
    ['../../etc/passwd?x=1#y', 'etc-passwd-x-1-y'],
    ['!!!', 'untitled'],
    ['', 'untitled'],
    ['👍👍', 'untitled'],
    [
      'one two three four five six seven eight nine ten eleven twelve thirteen',
      'one-two-three-four-five-six-seven-eight-nine-ten-eleven',
    ],
  ])('%s', (title, slug) => expect(slugify(title)).toBe(slug));

  it('is never empty, is one path segment, and is its own slug', () => {
    const property = fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const slug = slugify(title);
      expect(slug).toMatch(/^[\p{L}\p{N}\p{M}-]+$/u);
      expect([...slug].length).toBeLessThanOrEqual(60);
      expect(() => encodeURIComponent(slug)).not.toThrow();
      expect(slugify(slug)).toBe(slug);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
