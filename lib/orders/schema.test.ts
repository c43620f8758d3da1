import { describe, expect, it } from 'vitest';

import { addressSchema, placeOrderSchema } from './schema';

const base = { name: 'Lin Wei', line1: '1 Long Road', line2: '', city: 'Town', phone: '+44 20 7946 0018' };

// Three countries have codes for theirs.
const regionIn = (country: string): string => ({ US: 'OR', CA: 'Ontario', AU: 'nsw' })[country] ?? 'Region';

const good: [country: string, postcode: string][] = [
  ['US', '94107'],
  ['US', '94107-1234'],
  ['CA', 'K1A 0B1'],
  ['CA', 'k1a0b1'],
  ['GB', 'SW1A 1AA'],
  ['GB', 'M1 1AE'],
  ['DE', '10115'],
  ['FR', '75001'],
  ['ES', '08001'],
  ['IT', '00184'],
  ['NL', '1012 JS'],
  ['JP', '100-0001'],
  ['JP', '1000001'],
  ['CN', '100000'],
  ['HK', ''],
  ['SG', '018956'],
  ['AU', '2000'],
  ['NZ', '6011'],
  ['KR', '04524'],
  ['SE', '11122'],
  ['PL', '00-001'],
  ['PT', '1000001'],
  ['BR', '01310-100'],
  ['IE', 'd02 af30'],
  ['AT', '1010'],
  ['TW', '10617'],
  ['AE', ''],
  ['KE', ''],
  ['KE', '00100'],
  ['IM', 'im1 1aa'],
];
const bad: [country: string, postcode: string][] = [
  ['US', '9410'],
  ['US', ''],
  ['CA', 'D1A 0B1'],
  ['GB', '12345'],
  ['DE', '1011'],
  ['ES', '99001'],
  ['NL', '0123 AB'],
  ['JP', '10-0001'],
  ['CN', '10000'],
  ['HK', '999077'],
  ['SG', '1895'],
  ['SE', '1112'],
  ['PL', '0000'],
  ['IN', '11000'],
  ['KE', '<b>'],
];

describe('an address', () => {
  it.each(good)('in %s takes %s', (country, postcode) => {
    expect(addressSchema.safeParse({ ...base, region: regionIn(country), country, postcode }).success).toBe(true);
  });

  it.each(bad)('in %s refuses %s at its field', (country, postcode) => {
    const { error } = addressSchema.safeParse({ ...base, region: regionIn(country), country, postcode });
    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['postcode'], postcode ? 'code:bad-postcode' : 'code:required'],
    ]);
  });

  it('names a region by the code of its country, and none where an address has none', () => {
    const region = (country: string, postcode: string, typed: string) =>
      placeOrderSchema.safeParse({
        ...base,
        claimId: '0190a000-0000-7000-8000-000000000000',
        country,
        postcode,
        region: typed,
      });
    expect(region('US', '97214', 'Oregon').data?.region).toBe('OR');
    expect(region('DE', '10115', 'Berlin').data?.region).toBe('');
    expect(region('JP', '105-0011', '東京都').data?.region).toBe('東京都');
    expect(region('US', '97214', 'Bavaria').error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['region', 'code:bad-region'],
    ]);
  });

  it('needs a region where letters do not arrive without', () => {
    expect(
      addressSchema.safeParse({ ...base, region: '', country: 'US', postcode: '94107' }).error?.issues[0]?.path,
    ).toEqual(['region']);
    expect(addressSchema.safeParse({ ...base, region: '', country: 'DE', postcode: '10115' }).success).toBe(true);
  });

  it('says what its country asks for together with what is wrong elsewhere', () => {
    const { error } = addressSchema.safeParse({
      ...base,
      name: '',
      region: '',
      country: 'US',
      postcode: '12',
      phone: '12',
    });
    expect(error?.issues.map(({ path, message }) => [path[0], message]).slice(1)).toEqual([
      ['phone', 'code:bad-phone'],
      ['postcode', 'code:bad-postcode'],
      ['region', 'code:required'],
    ]);
  });

  it('refuses an unknown country and a phone of letters', () => {
    const { error } = addressSchema.safeParse({ ...base, country: 'XX', postcode: '1', phone: 'call me' });
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['country', 'phone']);
  });

  it.each([
    ['SE', '11122', '111 22'],
    ['PL', '00001', '00-001'],
    ['BR', '01310100', '01310-100'],
    ['IE', 'D02AF30', 'D02 AF30'],
    ['KE', '００１００', '00100'],
    ['IM', 'im1  1aa', 'IM1 1AA'],
    ['JP', '１０５－００１１', '105-0011'],
    ['JP', '〒100-0001', '100-0001'],
    ['JP', '100−0001', '100-0001'],
    ['JP', '100ー0001', '100-0001'],
    ['JP', '1000001', '100-0001'],
    ['GB', 'SW1A  1AA', 'SW1A 1AA'],
    ['GB', 'SW1A\u00a01AA', 'SW1A 1AA'],
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['US', '94107–1234', '94107-1234'],
    ['US', '941071234', '94107-1234'],
    ['CA', 'K1A-0B1', 'K1A 0B1'],
    ['CN', '１０００００', '100000'],
    ['NL', '1012js', '1012 JS'],
    ['HK', ' \u200b', ''],
  ])('in %s keeps the postcode %s as %s', (country, postcode, kept) =>
    expect(addressSchema.parse({ ...base, region: regionIn(country), country, postcode }).postcode).toBe(kept),
  );

  it.each([
    ['０３－３４３３－５１１１', '03-3433-5111'],
    ['\u202a+1 555 010 0199\u202c', '+1 555 010 0199'],
    ['+1 555\ufe0d 010 0199', '+1 555 010 0199'],
    ['+33\u00a06\u202f12 34 56 78', '+33 6 12 34 56 78'],
    ['06.12.34.56.78', '06.12.34.56.78'],
    ['030/123456', '030/123456'],
    ['+1 (555) 010-0199 x89', '+1 (555) 010-0199 x89'],
    ['03ー3433ー5111', '03-3433-5111'],
  ])('keeps the phone %s as %s', (phone, kept) =>
    expect(addressSchema.parse({ ...base, country: 'DE', postcode: '10115', phone }).phone).toBe(kept),
  );

  it.each([
    ['name', '\u200b'],
    ['name', '\u3164'],
    ['name', '\ud800'],
    ['name', '---'],
    ['line1', '\u0000'],
    ['city', '\u115f\u1160'],
    ['phone', '-----'],
    ['phone', '() - ()'],
    ['phone', '12'],
    ['name', 'a'.repeat(81)],
  ])('refuses a %s of %j at its field', (field, value) => {
    const { error } = addressSchema.safeParse({ ...base, country: 'DE', postcode: '10115', [field]: value });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  });

  it('is of one line each', () =>
    expect(
      addressSchema.parse({ ...base, country: 'DE', postcode: '10115', name: 'Lin\r\nWei\u0000', line2: ' \u2800' }),
    ).toMatchObject({ name: 'Lin Wei', line2: '' }));
});
