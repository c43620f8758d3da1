import { expect, it } from 'vitest';

import { askedPath, namedPath } from './asked-path';

it('names the address that a visitor asked for, without what the router adds', () => {
  expect(askedPath('/zh/staff/orders?state=PAID&_rsc=1x2y')).toBe('/zh/staff/orders?state=PAID');
  expect(askedPath('/en/staff?_rsc=1')).toBe('/en/staff');
  expect([askedPath(null), askedPath(''), askedPath('http://evil.example/')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(askedPath('//evil.example/en')).not.toContain('evil');
  expect(namedPath('/en/staff')).toEqual(['x-millet-path', '/en/staff']);
  expect(namedPath(`/en/${'a'.repeat(500)}`)).toEqual([]);
});
