import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { settingProblems } from '@/lib/core/settings';
import { startFakeSms, useSms, withoutSms, type FakeSms } from '@/tests/support/fake-sms';

import { hasSms, smsProviderFor, smsProviders, SmsRefused, type CodeMessage } from '.';
import { signedCall } from './aliyun-signature';

let fake: FakeSms;
beforeAll(async () => void (fake = await startFakeSms()));
afterAll(() => fake.close());
beforeEach(() => {
  useSms(fake);
  fake.sent.length = 0;
  fake.refusal = null;
  fake.setup = { account: 'active', numbers: ['+12025550100'], template: 1, refused: false };
});
afterEach(withoutSms);

const message = (over: Partial<CodeMessage> = {}): CodeMessage => ({
  to: '+8613800138000',
  country: 'CN',
  code: '042042',
  text: 'Code\n\n@shop.example #042042',
  ...over,
});
const american = message({ to: '+12025550123', country: 'US' });
const send = (what: CodeMessage) => smsProviderFor(what.country)!.sendCode(what);

/** How a deed at a provider ended: done, or the refusal and the provider's own word. */
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof SmsRefused ? `${error.code}: ${error.word}` : Promise.reject(error)),
  );

describe('the signature of Alibaba Cloud', () => {
  // The example of its documentation: https://help.aliyun.com/document_detail/2593177.html
  it('is that of the example in its documentation', () => {
    const { headers, search } = signedCall(
      { id: 'YourAccessKeyId', secret: 'YourAccessKeySecret' },
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        query: { RegionId: 'cn-shanghai', ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd' },
        date: '2023-10-26T10:22:32Z',
        nonce: '3156853299f313e23d1673dc12e1703d',
      },
    );
    expect(search).toBe('ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai');
    expect(headers.authorization).toContain(
      'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    );
  });
});

describe('a code', () => {
  it('goes to mainland China by Alibaba Cloud, and anywhere else by Twilio', async () => {
    await send(message());
    await send(american);
    expect(fake.sent).toEqual([
      { by: 'aliyun', to: '+8613800138000', text: '狐尾', code: '042042' },
      { by: 'twilio', to: '+12025550123', text: american.text, code: '042042' },
    ]);
  });

  it('goes where the one provider that is set up sends to', async () => {
    useSms(fake, 'twilio');
    await send(message());
    expect(fake.sent.map(({ by }) => by)).toEqual(['twilio']);
    useSms(fake, 'aliyun');
    expect(smsProviderFor('US')).toBeNull();
    expect(smsProviderFor('HK')).toBeNull();
    withoutSms();
    expect([hasSms(), smsProviderFor('CN'), smsProviders()]).toEqual([false, null, []]);
  });

  it.each<[string, CodeMessage, { status: number; body: unknown }, string]>([
    ['a number that is none', american, { status: 400, body: { code: 21211, message: '+1202 x' } }, 'number: 21211'],
    ['who said STOP', american, { status: 400, body: { code: 21610 } }, 'number: 21610'],
    ['too many at once', american, { status: 429, body: { code: 20429 } }, 'pace: 20429'],
    ['a sender that is not ours', american, { status: 400, body: { code: 21606 } }, 'set-up: 21606'],
    ['an outage', american, { status: 503, body: 'x' }, 'unreachable: none'],
    [
      'a number that is none in China',
      message(),
      { status: 200, body: { Code: 'isv.MOBILE_NUMBER_ILLEGAL' } },
      'number: isv.MOBILE_NUMBER_ILLEGAL',
    ],
    [
      'too many to one number in China',
      message(),
      { status: 200, body: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } },
      'pace: isv.BUSINESS_LIMIT_CONTROL',
    ],
    [
      'no money left',
      message(),
      { status: 200, body: { Code: 'isv.AMOUNT_NOT_ENOUGH' } },
      'set-up: isv.AMOUNT_NOT_ENOUGH',
    ],
    [
      'an error of theirs',
      message(),
      { status: 200, body: { Code: 'isp.SYSTEM_ERROR' } },
      'unreachable: isp.SYSTEM_ERROR',
    ],
  ])('that is not taken for %s says so by the provider’s code, and no number', async (_, what, refusal, said) => {
    fake.refusal = refusal;
    expect(await outcome(send(what))).toBe(said);
    expect(said).not.toMatch(/\d{7}/);
  });

  it('is not sent twice where nobody answers, and no redirect is followed with the key', async () => {
    fake.refusal = { status: 302, body: {} };
    expect(await outcome(send(american))).toMatch(/^(set-up|unreachable)/);
    useSms({ url: 'http://127.0.0.1:9' });
    expect(await outcome(send(american))).toMatch(/^unreachable/);
    expect(fake.sent).toEqual([]);
  });
});

describe('the set-up', () => {
  const states = () => Promise.all(smsProviders().map((provider) => provider.checkSetup()));

  it.each<[string, Partial<FakeSms['setup']>, (string | null)[]]>([
    ['right', {}, [null, null]],
    ['with keys that are refused', { refused: true }, ['key-refused', 'key-refused']],
    ['with an account that is closed', { account: 'suspended' }, [null, 'account-closed']],
    ['with a number of somebody else’s', { numbers: [] }, [null, 'sender-unknown']],
    ['with a template that waits', { template: 0 }, ['template-pending', null]],
    ['with a template that nobody knows', { template: null }, ['template-unknown', null]],
  ])('%s', async (_, change, problems) => {
    Object.assign(fake.setup, change);
    expect(await states()).toEqual(problems);
    expect(fake.sent).toEqual([]);
  });
});

describe('the settings', () => {
  const twilio = { TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'x', TWILIO_FROM: 'Foxtail' };

  it('are whole or not at all, and stand in for a provider on this machine alone', () => {
    expect(settingProblems(twilio)).toEqual([]);
    expect(settingProblems({ ...twilio, TWILIO_FROM: '' }).join()).toMatch(/TWILIO_FROM is missing/);
    expect(settingProblems({ ALIYUN_SMS_KEY_ID: 'x' }).join()).toMatch(/SECRET.*SIGN.*TEMPLATE/s);
    expect(settingProblems({ SMS_API_URL: 'https://sms.example' }).join()).toMatch(/this machine/);
    expect(settingProblems({ WECHAT_API_URL: 'http://10.0.0.1' }).join()).toMatch(/this machine/);
    expect(settingProblems({ WECHAT_APP_ID: 'x' }).join()).toMatch(/WECHAT_APP_SECRET is missing/);
  });
});
