import { describe, expect, it } from 'vitest';

import { addressSchema } from './schema';

const base = { name: 'Lin Wei', line1: '1 Long Road', line2: '', city: 'Town', region: 'Region', phone: '+44 20 7946 0018' };

const good: [country: string, postcode: string][] = [
  ['US', '94107'], ['US', '94107-1234'], ['CA', 'K1A 0B1'], ['CA', 'k1a0b1'], ['GB', 'SW1A 1AA'], ['GB', 'M1 1AE'], ['DE', '10115'],
  ['FR', '75001'], ['ES', '08001'], ['IT', '00184'], ['NL', '1012 JS'], ['JP', '100-0001'], ['JP', '1000001'], ['CN', '100000'],
  ['HK', ''], ['SG', '018956'], ['AU', '2000'], ['NZ', '6011'], ['KR', '04524'],
];
const bad: [country: string, postcode: string][] = [
  ['US', '9410'], ['US', ''], ['CA', 'D1A 0B1'], ['GB', '12345'], ['DE', '1011'], ['ES', '99001'], ['NL', '0123 AB'], ['JP', '10-0001'],
  ['CN', '10000'], ['HK', '999077'], ['SG', '1895'],
];

describe('an address', () => {
  it.each(good)('in %s takes %s', (country, postcode) => {
    expect(addressSchema.safeParse({ ...base, country, postcode }).success).toBe(true);
  });

  it.each(bad)('in %s refuses %s at its field', (country, postcode) => {
    const { error } = addressSchema.safeParse({ ...base, country, postcode });
    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([[['postcode'], postcode ? 'code:bad-postcode' : 'code:required']]);
  });

  it('needs a region where letters do not arrive without', () => {
    expect(addressSchema.safeParse({ ...base, region: '', country: 'US', postcode: '94107' }).error?.issues[0]?.path).toEqual(['region']);
    expect(addressSchema.safeParse({ ...base, region: '', country: 'DE', postcode: '10115' }).success).toBe(true);
  });

  it('refuses an unknown country and a phone of letters', () => {
    const { error } = addressSchema.safeParse({ ...base, country: 'XX', postcode: '1', phone: 'call me' });
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['country', 'phone']);
  });
});
