import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import type { SignedIn } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { neverOpened, readOpening } from '@/lib/core/opening';
import { setOpening } from '@/lib/brand/commands';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';
import { listRoutes } from '@/tests/support/routes';

import { sessionCookie } from './cookies';
import { endpoints } from './endpoints';
import { followedOpening, forgetOpening, isOpen, onClosed, takeOpening } from './opening';
import { pageGeneration } from './page-generation';
import { serveClosed } from './serve-closed';
import { streamEndpoints } from './streams';
import { sealSession } from './token';
import { isAnsweredWhileClosed, isProgramFile } from './while-closed';

const forEveryone = 's-maxage=5, public';
const served: string[] = [];
// What stands behind the gate answers everything to everybody, and lets every cache keep it.
const server = createServer((request, response) => {
  const serve = (how: string) => async () => {
    served.push(`${how} ${request.method} ${request.url}`);
    response.setHeader('Cache-Control', forEveryone);
    const two = ['Set-Cookie', 'a=1', 'set-cookie', 'b=2'];
    response.writeHead(200, ['CDN-Cache-Control', 'max-age=60', ...two, 'Cache-Control', forEveryone]).end('secret');
  };
  void serveClosed(request, response, { file: serve('file'), uncached: serve('uncached') });
});
const cookies: Record<string, string> = {};
let admin: SignedIn;

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  admin = await makeMember({ roles: ['ADMIN'] });
  const staff = await makeMember({ roles: ['MODERATOR'] });
  const fan = await makeMember();
  for (const [who, { id }] of Object.entries({ staff, fan }))
    cookies[who] = `${sessionCookie}=${await sealSession({ memberId: id, version: 1 })}`;
});
beforeEach(() => void (served.length = 0));
afterEach(async () => {
  await db.brandOpening.deleteMany();
  forgetOpening();
});
afterAll(() => void server.close());

const ask = (path: string, who?: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { ...init.headers, ...(who && { cookie: cookies[who]! }) },
  });

const pattern = (path: string) => path.replace(/:(\w+)/g, '[$1]');
const filled = (path: string) => path.replace(/\[(\w+)\]/g, 'x1');
const declared = [
  ...listRoutes().map((path) => ['GET', path] as const),
  ...endpoints.map(({ method, path }) => [method, pattern(path)] as const),
  ...streamEndpoints.map(({ path }) => ['GET', pattern(path)] as const),
  ...['/robots.txt', '/sitemap.xml', '/files/x1', '/en/no-such-page', '/zh', '/zh/boards', '/', '/favicon.txt'].map(
    (path) => ['GET', path] as const,
  ),
  ['POST', '/demo-pay/x1/pay'] as const,
];

/** The declared addresses at which guests are answered while the site is closed: another one needs a decision here and in while-closed.ts. */
const forGuests = [
  ...['/api/health', '/en/confirm', '/en/forgot', '/en/invitation', '/en/manifest.webmanifest', '/en/setup'],
  '/en/sign-in',
];

it('keeps every cookie of an answer, also where other headers were set before', async () => {
  const answer = await ask('/en/staff', 'staff');
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('cdn-cache-control')).toBeNull();
});

describe('while the site is closed', () => {
  it('guests and members without a role reach nothing of any declared address but what leads staff in', async () => {
    expect(declared.length).toBeGreaterThan(80);
    for (const who of [undefined, 'fan']) {
      served.length = 0;
      for (const [method, path] of declared) {
        const answer = await ask(filled(path), who, { method });
        const open = forGuests.includes(path);
        expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([
          path,
          open ? 200 : 503,
          'private, no-store',
        ]);
        const text = await answer.text();
        if (!open) expect(text).not.toContain('secret');
      }
      expect([...new Set(served.map((each) => each.split(' ')[2]))].toSorted()).toEqual(forGuests.toSorted());
    }
  });

  it('staff reach all of it, and no cache may keep any of it', async () => {
    for (const [method, path] of declared) {
      const answer = await ask(filled(path), 'staff', { method });
      const { headers } = answer;
      expect([path, answer.status, headers.get('cache-control'), headers.get('cdn-cache-control')]).toEqual([
        path,
        200,
        'private, no-store',
        null,
      ]);
    }
  });

  it('staff whose session lacks the second factor are led to it from every page, and reach nothing else', async () => {
    env.embedded = false;
    try {
      for (const [method, path] of declared) {
        if (forGuests.includes(path)) continue;
        const answer = await ask(filled(path), 'staff', { method });
        const answered = ['/en/second-factor', '/api/viewer'].includes(path);
        const page = answered ? 200 : method === 'GET' && !path.startsWith('/api/') ? 302 : 503;
        expect([path, answer.status]).toEqual([path, page]);
        if (page !== 302) continue;
        const [to, next] = answer.headers.get('location')!.split('?next=');
        expect([path, to, decodeURIComponent(next!)]).toEqual([
          path,
          path.startsWith('/zh') ? '/zh/second-factor' : '/en/second-factor',
          filled(path),
        ]);
      }
      expect((await ask('/en/staff', 'staff', { headers: { rsc: '1' } })).status).toBe(503);
      expect((await ask('/en/second-factor', 'staff', { method: 'POST' })).status).toBe(200);
      expect((await ask('/en/second-factor', 'fan')).status).toBe(503);
    } finally {
      env.embedded = true;
    }
  });

  it('a role that was taken away gives nothing any more', async () => {
    const former = await makeMember({ roles: ['MODERATOR'] });
    cookies.former = `${sessionCookie}=${await sealSession({ memberId: former.id, version: 1 })}`;
    expect((await ask('/en', 'former')).status).toBe(200);
    await db.grant.deleteMany({ where: { memberId: former.id } });
    expect((await ask('/en', 'former')).status).toBe(503);
  });

  it.each([
    '/en/sign-in/../boards',
    '/en/sign-in/x',
    '/en/sign-in-x',
    '/EN/sign-in',
    '/_next/static/../../en',
    '/_next/static/%2e%2e/en',
    '/_next/data/x/en.json',
    '/api/auth/../viewer',
    '/api/webhooks/other',
    '/metrics/x',
    '//en/sign-in',
  ])('%s is let in by no rule', (path) => {
    expect([isAnsweredWhileClosed('POST', path), isProgramFile(path)]).toEqual([false, false]);
  });

  it('webhooks come in, by POST only; files of the program as ever', async () => {
    expect((await ask('/api/webhooks/stripe', undefined, { method: 'POST', body: '{}' })).status).toBe(200);
    expect((await ask('/api/webhooks/stripe')).status).toBe(503);
    const file = await ask('/brand/mark.svg');
    expect([file.status, file.headers.get('cache-control')?.includes('no-store')]).toEqual([200, false]);
    expect(served.at(-1)).toBe('file GET /brand/mark.svg');
  });

  it('guests read the closed page in the language of the address, else in their own, and the line of the staff as text', async () => {
    takeOpening({ version: 1, open: false, line: { en: '<b>Soon</b> & “here”', zh: '' } });
    const english = await ask('/en/boards');
    expect([english.headers.get('retry-after'), english.headers.get('x-robots-tag')]).toEqual(['3600', 'noindex']);
    const text = await english.text();
    for (const part of ['lang="en"', 'Millet', '&lt;b&gt;Soon&lt;/b&gt; &amp; “here”', 'href="/en/sign-in"'])
      expect(text).toContain(part);
    expect(text).not.toContain('<script');
    const chinese = await (await ask('/', undefined, { headers: { 'accept-language': 'zh-CN' } })).text();
    for (const part of ['lang="zh-CN"', '我们正在筹备', 'href="/zh/sign-in"']) expect(chinese).toContain(part);
    expect(await (await ask('/en', undefined, { method: 'HEAD' })).text()).toBe('');
    expect(await (await ask('/api/viewer')).json()).toEqual({ error: 'site-closed' });
  });
});

describe('opening and closing', () => {
  const set = transact(setOpening);
  const wish = { line: '', lineZh: '', reason: 'Ready' };

  it('an empty database is closed; the act is written down, and a process hears of it', async () => {
    await followedOpening.refresh();
    expect([await readOpening(), isOpen()]).toEqual([neverOpened, false]);
    expect(await set(admin, { ...wish, shown: 0, open: true })).toEqual({ version: 1, open: true });
    const generation = pageGeneration();
    followedOpening.hear(['brand']);
    expect(isOpen()).toBe(false);
    followedOpening.hear(['opening']);
    await expect.poll(isOpen).toBe(true);
    expect(pageGeneration()).not.toBe(generation);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { act: 'brand.open' }, orderBy: { at: 'desc' } });
    expect(entry).toMatchObject({ actorId: admin.id, reason: 'Ready', detail: { version: 1 } });
  });

  it('closing drops every kept page and ends the streams that are open', async () => {
    takeOpening({ ...neverOpened, version: 1, open: true });
    const generation = pageGeneration();
    const ended: string[] = [];
    onClosed(() => ended.push('stays'));
    onClosed(() => ended.push('left before'))();
    takeOpening({ ...neverOpened, version: 2 });
    expect([isOpen(), ended, pageGeneration() === generation]).toEqual([false, ['stays'], false]);
  });

  it('what was read late is older than what is known, and changes nothing', () => {
    takeOpening({ ...neverOpened, version: 3 });
    takeOpening({ ...neverOpened, version: 2, open: true });
    expect(isOpen()).toBe(false);
  });

  it('of many who act at one moment one is heard; who saw an older version is refused', async () => {
    const acts = Array.from({ length: 4 }, () => refusal(set(admin, { ...wish, shown: 0, open: true })));
    expect((await Promise.all(acts)).filter((code) => code === 'opening-changed')).toHaveLength(3);
    expect(await db.brandOpening.count()).toBe(1);
    expect(await refusal(set(admin, { ...wish, shown: 0, open: false }))).toBe('opening-changed');
    expect(await set(admin, { ...wish, shown: 1, open: true })).toEqual({ version: 1, open: true });
  });

  it('control: without the version each of them writes', async () => {
    const next = () => db.$executeRaw`
      INSERT INTO "BrandOpening" ("version", "open", "at") SELECT coalesce(max("version"), 0) + 1, true, now() FROM "BrandOpening"`;
    for (let each = 0; each < 4; each += 1) await next();
    expect(await db.brandOpening.count()).toBe(4);
  });
});
