import NextAuth from 'next-auth';

import { asWechatAddress, stateFrom, wechatProviders } from '@/lib/web/wechat';
import { authOptions } from '@/lib/web/auth-options';
import { openSession } from '@/lib/server/token';

type Cookies = Record<string, string>;
type Answered = { status: number; location: string; cookies: Cookies };

/** Asks next-auth as a page of a browser does, keeping the browser's cookies. */
async function ask(path: string[], query: Cookies, { method = 'GET', body = {} as Cookies, cookies = {} as Cookies }) {
  const answered: Answered = { status: 200, location: '', cookies: { ...cookies } };
  let said: unknown;
  const response = {
    status: (status: number) => ((answered.status = status), response),
    setHeader: (name: string, value: string | string[]) => {
      if (/^location$/i.test(name)) answered.location = String(value);
      if (/^set-cookie$/i.test(name)) for (const line of [value].flat()) keep(answered.cookies, line);
      return response;
    },
    getHeader: () => undefined,
    json: (value: unknown) => ((said = value), response),
    send: (value: unknown) => ((said = value), response),
    end: () => response,
  };
  const request = { method, query: { nextauth: path, ...query }, body, cookies, headers: { host: 'localhost' } };
  await (NextAuth as unknown as (...words: object[]) => Promise<void>)(request, response, {
    ...authOptions,
    providers: wechatProviders(),
  });
  return { ...answered, said: said as { csrfToken?: string; url?: string } | undefined };
}

function keep(cookies: Cookies, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  cookies[name] = decodeURIComponent(value);
}

/** Signs in with WeChat from the button to the way back, as its own browser would; `forged` comes back with another state. */
export async function walkWechat(code: string, { forged = false } = {}) {
  const first = await ask(['csrf'], {}, {});
  const body = { csrfToken: first.said!.csrfToken!, callbackUrl: '/en/account', json: 'true' };
  const there = await ask(['signin', 'wechat'], {}, { method: 'POST', body, cookies: first.cookies });
  const sent = new URL(asWechatAddress(there.said!.url!)).searchParams.get('state')!;
  const state = forged ? 'another' : stateFrom(sent)!;
  const back = await ask(['callback', 'wechat'], { code, state }, { cookies: there.cookies });
  const token = Object.entries(back.cookies).find(([name]) => name.endsWith('next-auth.session-token'))?.[1];
  return { location: back.location, signedIn: (await openSession(token)) !== null };
}
