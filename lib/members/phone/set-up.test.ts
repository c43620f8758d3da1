import { describe, expect, it } from 'vitest';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { useSms, withoutSms } from '@/tests/support/fake-sms';
import { makeMarket } from '@/tests/support/market';
import { refusal } from '@/tests/support/refusal';
import { initialPhoneRule, phoneRuleInput } from '../choices/phone-rule';
import { setPhoneRule } from '../commands';
import { countriesOpenBy, openCountries } from './open-countries';
import { checkSms, sendTestSms } from './set-up';
import { useFakeSms } from '@/tests/support/use-fake-sms';

const phone = '+8613800138000';

const sms = useFakeSms();

describe('the countries', () => {
  it('are those that the shop ships to, until staff choose others, and those alone that a provider reaches', async () => {
    await truncateAll();
    await makeMarket();
    const { countries } = initialPhoneRule;
    const market = await countriesOpenBy({ countries });
    expect(market).toContain('DE');
    expect(market).not.toContain('NG');
    expect(await countriesOpenBy({ countries: ['CN', 'NG', 'XX', 'CN'] })).toEqual(['CN', 'NG']);
    useSms(sms.fake, 'aliyun');
    expect(await countriesOpenBy({ countries: ['CN', 'NG'] })).toEqual(['CN']);
    withoutSms();
    expect(await openCountries()).toEqual([]);
  });

  it('are set by staff who may, with the version that they saw', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const rule = { countries: ['US'], perDay: 10, shown: 1 };
    expect(await refusal(transact(setPhoneRule)(await makeMember({ roles: ['SUPPORT'] }), rule))).toBe('forbidden');
    expect(await refusal(transact(setPhoneRule)(admin, rule))).toBe('done');
    expect(await refusal(transact(setPhoneRule)(admin, { ...rule, perDay: 11 }))).toBe('settings-changed');
    expect(await openCountries()).toEqual(['US']);
  });

  it('are read from a form as codes, however they are parted', () => {
    const read = (form: object) => phoneRuleInput.safeParse({ perDay: '20', shown: '0', where: 'chosen', ...form });
    expect(read({ countries: 'cn，us; DE\nUS' }).data?.countries).toEqual(['CN', 'DE', 'US']);
    expect(read({ countries: 'CN', where: 'market' }).data?.countries).toBeNull();
    expect(read({ countries: '' }).success).toBe(false);
    expect(read({ countries: 'CN', perDay: '0' }).success).toBe(false);
    expect(read({ countries: 'CN', perDay: '1e9' }).success).toBe(false);
  });
});

describe('the set-up, for staff', () => {
  it('is checked and tried by who may, within limits, and tells nobody a code that opens something', async () => {
    const admin = await makeMember({ roles: ['ADMIN'] });
    const mod = await makeMember({ roles: ['MODERATOR'] });
    expect(await refusal(checkSms(mod))).toBe('forbidden');
    expect(await refusal(sendTestSms(mod, { phone, country: 'CN' }))).toBe('forbidden');
    expect(await checkSms(admin)).toEqual([
      { provider: 'aliyun', state: 'right' },
      { provider: 'twilio', state: 'right' },
    ]);
    expect(sms.fake.sent).toEqual([]);
    await sendTestSms(admin, { phone, country: 'CN' });
    expect(sms.fake.sent).toHaveLength(1);
    expect(await db.phoneCode.count()).toBe(0);
    expect(await refusal(sendTestSms(admin, { phone, country: 'CN' }))).toBe('rate-limited');
    withoutSms();
    expect(await refusal(checkSms(admin))).toBe('phone-off');
  });
});
