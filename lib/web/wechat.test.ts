/** Signing in with WeChat, against as much of WeChat as answers on this machine. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { encode } from 'next-auth/jwt';

import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { signInWithProvider } from '@/lib/members/sign-in-with-provider';
import { actorOf } from '@/lib/server/actor';
import { openSession } from '@/lib/server/token';
import { truncateAll } from '@/tests/support/database';
import { startFakeWechat, type FakeWechat } from '@/tests/support/fake-wechat';
import { refusal } from '@/tests/support/refusal';
import { walkWechat } from '@/tests/support/walk-wechat';

import { authOptions } from './auth-options';
import { asWechatAddress, idsOf, stateFrom, wechatProviders, type WechatProfile, type WechatWay } from './wechat';

let fake: FakeWechat;
beforeAll(async () => void (fake = await startFakeWechat()));
afterAll(() => fake.close());
beforeEach(async () => {
  await truncateAll();
  fake.asked.length = 0;
  Object.assign(env, {
    WECHAT_API_URL: fake.url,
    ...{ WECHAT_APP_ID: 'wxweb', WECHAT_APP_SECRET: 'web-secret' },
    ...{ WECHAT_MP_APP_ID: 'wxmp', WECHAT_MP_APP_SECRET: 'mp-secret' },
  });
});
afterEach(() => {
  for (const name of ['WECHAT_APP_ID', 'WECHAT_APP_SECRET', 'WECHAT_MP_APP_ID', 'WECHAT_MP_APP_SECRET'] as const)
    delete env[name];
  delete env.WECHAT_API_URL;
});

type Handler = { request: (asked: object) => Promise<unknown> };
const provider = (way: WechatWay) => wechatProviders().find(({ id }) => id === way)!;

/** What next-auth does once WeChat has sent the reader back with a code. */
async function comeBack(way: WechatWay, code: string, { state = 's', kept = 's' } = {}) {
  const { token, userinfo, profile } = provider(way);
  const params = { code, state };
  const { tokens } = (await (token as Handler).request({ params, checks: { state: kept } })) as { tokens: object };
  const said = (await (userinfo as Handler).request({ tokens })) as WechatProfile;
  const user = await profile(said, tokens as never);
  const account = { provider: way, type: 'oauth' as const, providerAccountId: user.id };
  const allowed = await authOptions.callbacks?.signIn?.({ user, account, profile: said } as never);
  if (allowed !== true) return { allowed, session: null };
  const claims = await authOptions.callbacks?.jwt?.({ token: { sub: user.id }, user, account, profile: said } as never);
  const session = await openSession(await encode({ token: claims ?? {}, secret: env.AUTH_SECRET }));
  return { allowed, session };
}

describe('coming back from WeChat', () => {
  it('makes a member without an address, and finds the same one again by every application of the brand', async () => {
    fake.person('c1', { unionid: 'union-mei', openid: 'web-mei', nickname: ' 小米\u0000🌾 ' });
    const first = await comeBack('wechat', 'c1');
    const member = await db.member.findFirstOrThrow();
    expect(member).toMatchObject({
      email: null,
      emailVerifiedAt: null,
      phone: null,
      passwordHash: null,
      name: '小米🌾',
      locale: 'zh',
    });
    expect(member.handle).toMatch(/^fan-[a-z0-9]{6}$/);
    // WeChat alone reaches nobody: until an address or a phone is proved the member reads and takes part in nothing.
    expect(await actorOf(first.session)).toMatchObject({ kind: 'member', id: member.id, confirmed: false });
    fake.person('c2', { unionid: 'union-mei', openid: 'mp-mei', nickname: 'other' });
    expect((await comeBack('wechat-mp', 'c2')).session?.memberId).toBe(member.id);
    expect(await db.member.count()).toBe(1);
    const ids = (await db.signInAccount.findMany({ orderBy: { providerId: 'asc' } })).map(
      ({ provider: of, providerId }) => [of, providerId],
    );
    expect(ids).toEqual([
      ['wechat', 'union:union-mei'],
      ['wechat', 'wxmp:mp-mei'],
      ['wechat', 'wxweb:web-mei'],
    ]);
  });

  it('finds who came before the applications were bound to one account, once they are', async () => {
    fake.person('c1', { openid: 'web-mei', nickname: 'Mei' });
    const first = await comeBack('wechat', 'c1');
    fake.person('c2', { unionid: 'union-mei', openid: 'web-mei', nickname: 'Mei' });
    expect((await comeBack('wechat', 'c2')).session?.memberId).toBe(first.session!.memberId);
    fake.person('c3', { unionid: 'union-mei', openid: 'mp-mei', nickname: 'Mei' });
    expect((await comeBack('wechat-mp', 'c3')).session?.memberId).toBe(first.session!.memberId);
  });

  it('takes the same open id of two applications for two people', async () => {
    fake.person('c1', { openid: 'same', nickname: 'Mei' });
    fake.person('c2', { openid: 'same', nickname: 'Lin' });
    const one = await comeBack('wechat', 'c1');
    const other = await comeBack('wechat-mp', 'c2');
    expect(other.session?.memberId).not.toBe(one.session?.memberId);
  });

  it('is refused with another state, a code that is used or unknown, and what answers nothing', async () => {
    fake.person('c1', { openid: 'web-mei' });
    await expect(comeBack('wechat', 'c1', { state: 'other' })).rejects.toThrow('another state');
    await expect(comeBack('wechat', 'c1', { state: '', kept: '' })).rejects.toThrow('another state');
    expect(fake.asked).toHaveLength(0);
    expect((await comeBack('wechat', 'c1')).allowed).toBe(true);
    await expect(comeBack('wechat', 'c1')).rejects.toThrow('WeChat refused: 40163');
    await expect(comeBack('wechat', 'nope')).rejects.toThrow('WeChat refused: 40029');
    fake.person('c2', {});
    await expect(comeBack('wechat', 'c2')).rejects.toThrow('without what it was asked for');
    env.WECHAT_API_URL = 'http://127.0.0.1:9';
    const said = await comeBack('wechat', 'c1').catch((error: Error) => JSON.stringify([error.message, error.cause]));
    expect(said).toContain('does not answer');
    expect(said).not.toContain('web-secret');
  });

  it('of two at once makes one member', async () => {
    for (let round = 0; round < 4; round += 1) {
      await truncateAll();
      const profile = { provider: 'wechat', providerIds: ['union:u', 'wxweb:o'], name: 'Mei', login: '' };
      const come = () => refusal(signInWithProvider({ ...profile, verifiedEmail: null, withoutAddress: true }));
      const answers = await Promise.all([come(), come(), come()]);
      expect(answers).toContain('done');
      expect(answers.every((answer) => answer === 'done' || answer === 'failed')).toBe(true);
      expect(await db.member.count()).toBe(1);
      expect(await db.signInAccount.count()).toBe(2);
    }
  });

  it('takes no address from it, whatever it says', async () => {
    fake.person('c1', { openid: 'web-mei', email: 'ada@shop.example', email_verified: true } as never);
    await comeBack('wechat', 'c1');
    expect(await db.member.findFirstOrThrow()).toMatchObject({ email: null });
  });

  it('reads ids that are ids alone', () => {
    expect(idsOf('wechat', { openid: 'o', unionid: 'a b' })).toEqual(['wxweb:o']);
    expect(() => idsOf('wechat', { openid: '' })).toThrow();
    expect(() => idsOf('wechat', { openid: { x: 1 } })).toThrow();
  });
});

describe('going to WeChat', () => {
  const ours = (path: string) =>
    `${fake.url}${path}?client_id=wxweb&scope=snsapi_login&response_type=code&redirect_uri=${encodeURIComponent('https://shop.example/api/auth/callback/wechat')}&state=a-b_c`;

  it('names what it compares, in its order, with a state of letters and digits', () => {
    expect(asWechatAddress(ours('/connect/qrconnect'))).toBe(
      `${fake.url}/connect/qrconnect?appid=wxweb&redirect_uri=https%3A%2F%2Fshop.example%2Fapi%2Fauth%2Fcallback%2Fwechat&response_type=code&scope=snsapi_login&state=612d625f63#wechat_redirect`,
    );
    expect(stateFrom('612d625f63')).toBe('a-b_c');
    for (const none of [null, '', 'xyz', '6', 'a'.repeat(300)]) expect(stateFrom(none)).toBeNull();
    expect(asWechatAddress('https://elsewhere.example/connect/qrconnect?client_id=x')).toBe(
      'https://elsewhere.example/connect/qrconnect?client_id=x',
    );
  });

  it('offers the ways that are set up, and none without its secret', () => {
    expect(wechatProviders().map(({ id }) => id)).toEqual(['wechat', 'wechat-mp']);
    delete env.WECHAT_MP_APP_SECRET;
    delete env.WECHAT_APP_ID;
    expect(wechatProviders()).toEqual([]);
  });
});

describe('the way there and back through next-auth', () => {
  it('keeps its state in the browser, and signs in with that one alone', async () => {
    fake.person('c1', { unionid: 'union-mei', openid: 'web-mei', nickname: 'Mei' });
    expect(await walkWechat('c1')).toMatchObject({
      location: expect.stringContaining('/en/account') as string,
      signedIn: true,
    });
    // next-auth says on the console why it lets nobody in.
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await walkWechat('c1', { forged: true })).toMatchObject({ signedIn: false });
    quiet.mockRestore();
    expect(await db.member.count()).toBe(1);
  });
});
