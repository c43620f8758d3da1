import fc from 'fast-check';
import { expect, it } from 'vitest';

import { normalAddress } from './normal-address';

it.each([
  ['/en/t/1/a-b_c.d~e?q=%61', '/en/t/1/a-b_c.d~e?q=%61'],
  ['/en/%62oards', '/en/boards'],
  ['/en//boards', '/en/boards'],
  ['//evil.example/x', '/evil.example/x'],
  ['/%2e%2e/%2E/en', '/en'],
  ['/en/./boards/../u/ines', '/en/u/ines'],
  ['/zh/u/%e7%8b%90', '/zh/u/%E7%8B%90'],
  ['/zh/u/\u00e7\u008b\u0090', '/zh/u/%E7%8B%90'],
  ['/\\evil.example', '/%5Cevil.example'],
  ['/u/%2f%2Fevil', '/u/%2F%2Fevil'],
  ['/en/%zz%00%ff', '/en/%zz%00%FF'],
  ['/en/boards/', '/en/boards/'],
  ['/../..', '/'],
])('%s is kept as %s', (given, normal) => expect(normalAddress(given)).toBe(normal));

it('has one spelling for each, which leads nowhere but to this site', () => {
  const letters = fc.constantFrom('a', '.', '/', '%', '2', 'e', 'E', 'F', '\\', '?', '\u00e9', '~', '5', 'c');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 24 }), (some) => {
      const normal = normalAddress(`/${some.join('')}`);
      expect(normalAddress(normal)).toBe(normal);
      expect(normal).toMatch(/^\/(?![/\\])/);
      expect(new URL(normal, 'http://front.example').host).toBe('front.example');
    }),
    { numRuns: 2_000 },
  );
});
