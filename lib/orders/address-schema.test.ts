import { describe, expect, it } from 'vitest';

import { address } from '@/tests/support/addresses';

import { placeOrderSchema, saveAddressSchema } from './schema';

const claimId = '01900000-0000-7000-8000-000000000000';
const china = { ...address, region: '广东省', city: '深圳市', postcode: '518057', country: 'CN' } as const;
const problemsOf = (input: object) =>
  placeOrderSchema
    .safeParse({ ...address, claimId, ...input })
    .error?.issues.map(({ path, message }) => [path[0], message]);

describe('an invoice for a company', () => {
  it('is asked for by its name, with a number that is kept as its country writes it', () => {
    const typed = { company: ' Foxtail  Audio ', taxNumber: 'de 123 456 789', country: 'DE', postcode: '10115' };
    expect(placeOrderSchema.parse({ ...address, claimId, ...typed })).toMatchObject({
      company: 'Foxtail Audio',
      taxNumber: 'DE123456789',
    });
    expect(saveAddressSchema.parse({ ...china, company: '狐尾音频', taxNumber: '91350100 m000100y43' })).toMatchObject({
      company: '狐尾音频',
      taxNumber: '91350100M000100Y43',
    });
    expect(placeOrderSchema.parse({ ...address, claimId })).toMatchObject({ company: '', taxNumber: '', keep: false });
  });

  it.each([
    ['a number without a company', { taxNumber: 'GB123456789' }, [['company', 'code:required']]],
    ['a number that is none there', { company: 'A', taxNumber: '1' }, [['taxNumber', 'code:bad-company-number']]],
    ['a company in China without one', { ...china, company: 'A' }, [['taxNumber', 'code:required']]],
    [
      'one in China with a slip, beside a wrong postcode',
      { ...china, postcode: '1', company: 'A', taxNumber: '91350100M000100Y44' },
      [
        ['postcode', 'code:bad-postcode'],
        ['taxNumber', 'code:bad-company-number'],
      ],
    ],
    ['none at all in China', china, undefined],
  ])('%s', (_, input, problems) => expect(problemsOf(input)).toEqual(problems));
});
