import type { OAuthConfig } from 'next-auth/providers/oauth';

import { env } from '@/lib/core/env';
import { isSame } from '@/lib/core/keys';

/** What WeChat says of a person. Of a person whom two applications know, `unionid` is the same and `openid` is not. */
export type WechatProfile = { openid?: unknown; unionid?: unknown; nickname?: unknown };

/** The two ways that WeChat signs in: by a QR code on any page, and inside its own browser. */
export const wechatWays = {
  wechat: { path: '/connect/qrconnect', scope: 'snsapi_login' },
  'wechat-mp': { path: '/connect/oauth2/authorize', scope: 'snsapi_userinfo' },
} as const;
export type WechatWay = keyof typeof wechatWays;

const open = () => env.WECHAT_API_URL ?? 'https://open.weixin.qq.com';
const api = () => env.WECHAT_API_URL ?? 'https://api.weixin.qq.com';

/** Those ways whose application is set up. */
export function wechatProviders(): OAuthConfig<WechatProfile>[] {
  const { WECHAT_APP_ID, WECHAT_APP_SECRET, WECHAT_MP_APP_ID, WECHAT_MP_APP_SECRET } = env;
  return [
    ...(WECHAT_APP_ID && WECHAT_APP_SECRET ? [provider('wechat', WECHAT_APP_ID, WECHAT_APP_SECRET)] : []),
    ...(WECHAT_MP_APP_ID && WECHAT_MP_APP_SECRET
      ? [provider('wechat-mp', WECHAT_MP_APP_ID, WECHAT_MP_APP_SECRET)]
      : []),
  ];
}

// https://developers.weixin.qq.com/doc/oplatform/Website_App/WeChat_Login/Wechat_Login.html
// https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html
function provider(id: WechatWay, clientId: string, clientSecret: string): OAuthConfig<WechatProfile> {
  const { path, scope } = wechatWays[id];
  return {
    id,
    name: 'WeChat',
    type: 'oauth',
    checks: ['state'],
    clientId,
    clientSecret,
    authorization: { url: `${open()}${path}`, params: { scope } },
    token: {
      url: `${api()}/sns/oauth2/access_token`,
      request: async ({ params, checks }) => {
        // next-auth leaves the comparison to what it calls here.
        if (!checks.state || !isSame(params.state ?? '', checks.state as string))
          throw new Error('WeChat came back with another state');
        const query = {
          appid: clientId,
          secret: clientSecret,
          code: params.code ?? '',
          grant_type: 'authorization_code',
        };
        const { access_token, openid } = await ask('/sns/oauth2/access_token', query);
        return { tokens: { access_token: asText(access_token), openid: asText(openid) } };
      },
    },
    userinfo: {
      url: `${api()}/sns/userinfo`,
      request: async ({ tokens }) =>
        ask('/sns/userinfo', {
          access_token: asText(tokens.access_token),
          openid: asText(tokens.openid),
          lang: 'zh_CN',
        }) as never,
    },
    profile: (said) => ({ id: idsOf(id, said)[0]!, name: nameOf(said) }),
  };
}

/** The name that somebody gave themselves at WeChat; empty where it says none. */
export const nameOf = ({ nickname }: WechatProfile): string =>
  typeof nickname === 'string' ? nickname.slice(0, 200) : '';

/** Whether a provider of next-auth is a way of WeChat's. */
export const isWechat = (id: string): id is WechatWay => Object.hasOwn(wechatWays, id);

/** By what WeChat knows a person: the id that all applications of a brand share, where it says one, and that of this application. */
export function idsOf(way: WechatWay, { openid, unionid }: Pick<WechatProfile, 'openid' | 'unionid'>): string[] {
  const shared = asName(unionid);
  const appId = way === 'wechat' ? env.WECHAT_APP_ID : env.WECHAT_MP_APP_ID;
  return [...(shared ? [`union:${shared}`] : []), `${appId}:${asText(asName(openid))}`];
}

const asName = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,128}$/.test(value) ? value : null;

function asText(value: unknown): string {
  if (typeof value === 'string' && value !== '' && value.length <= 2_000) return value;
  throw new Error('WeChat answered without what it was asked for');
}

// It refuses with status 200 and an errcode, and its messages repeat what was sent.
async function ask(path: string, query: Record<string, string>): Promise<WechatProfile & Record<string, unknown>> {
  const answer = await fetch(`${api()}${path}?${new URLSearchParams(query).toString()}`, {
    redirect: 'error',
    signal: AbortSignal.timeout(8_000),
  }).catch(() => {
    // What fetch throws may name the address, and with it the secret.
    throw new Error('WeChat does not answer');
  });
  const body: unknown = answer.ok ? await answer.json() : null;
  const said = (typeof body === 'object' ? body : null) as Record<string, unknown> | null;
  if (!said || said.errcode) throw new Error(`WeChat refused: ${Number(said?.errcode ?? answer.status)}`);
  return said;
}

/**
 * Where the reader is sent, as WeChat wants it: it compares these parameters in this order, knows no client_id, takes letters and digits
 * alone for a state, and ends in its own fragment. What is no address of WeChat's passes as it is.
 */
export function asWechatAddress(address: string): string {
  const from = new URL(address);
  if (from.origin !== new URL(open()).origin || !Object.values(wechatWays).some(({ path }) => path === from.pathname))
    return address;
  const said = from.searchParams;
  const query = new URLSearchParams({
    appid: said.get('client_id') ?? '',
    redirect_uri: said.get('redirect_uri') ?? '',
    response_type: 'code',
    scope: said.get('scope') ?? '',
    state: asHex(said.get('state') ?? ''),
  });
  return `${from.origin}${from.pathname}?${query.toString()}#wechat_redirect`;
}

const asHex = (text: string): string => Buffer.from(text).toString('hex');

/** The state that came back, as next-auth made it; null for what is none. */
export function stateFrom(hex: string | null): string | null {
  return hex && /^(?:[0-9a-f]{2}){1,128}$/.test(hex) ? Buffer.from(hex, 'hex').toString() : null;
}
