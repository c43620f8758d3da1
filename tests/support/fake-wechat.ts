import { startLoopbackServer } from './loopback-server';

type Person = { openid?: string; unionid?: string; nickname?: string };

export type FakeWechat = {
  url: string;
  /** What was asked, by path. */
  asked: string[];
  /** Who comes back with a code; each code is good once. */
  person(code: string, person: Person): void;
  close(): Promise<void>;
};

const secrets: Record<string, string> = { wxweb: 'web-secret', wxmp: 'mp-secret' };

/** As much of WeChat's sign-in as the shop uses, on 127.0.0.1: it refuses with status 200 and an errcode, as WeChat does. */
export async function startFakeWechat(): Promise<FakeWechat> {
  const codes = new Map<string, Person | null>();
  const tokens = new Map<string, Person>();
  const asked: string[] = [];
  const server = await startLoopbackServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://wechat');
    asked.push(url.pathname);
    response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(answer(url)));
  });

  function answer({ pathname, searchParams: said }: URL): object {
    if (pathname === '/sns/userinfo') {
      const person = tokens.get(said.get('access_token') ?? '');
      return person?.openid === said.get('openid') ? person! : { errcode: 40001, errmsg: 'invalid credential' };
    }
    if (secrets[said.get('appid') ?? ''] !== said.get('secret')) return { errcode: 40125, errmsg: 'invalid appsecret' };
    if (said.get('grant_type') !== 'authorization_code') return { errcode: 40002, errmsg: 'invalid grant_type' };
    const code = said.get('code') ?? '';
    const person = codes.get(code);
    if (!person) return { errcode: person === null ? 40163 : 40029, errmsg: `${code} is none` };
    codes.set(code, null);
    tokens.set(`token-${code}`, person);
    return { access_token: `token-${code}`, expires_in: 7200, openid: person.openid, scope: 'snsapi_login' };
  }

  return {
    url: `http://127.0.0.1:${server.port}`,
    asked,
    person: (code, person) => void codes.set(code, person),
    close: () => server.close(),
  };
}
