import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { listBounded } from '@/lib/core/bounded';
import { neutralBrand } from '@/lib/core/brand';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { deleteRedirect, saveRedirect } from '@/lib/redirects/commands';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { makeBoard, makeThread } from '@/tests/support/forum-factories';

import { sessionCookie } from './cookies';
import { dropPages } from './page-generation';
import { lost, serveOldAddress } from './serve-old-address';
import { serveClosed } from './serve-closed';
import { sealSession } from './token';

let closed = false;
const server = createServer((request, response) => {
  const serve = async () => {
    if (!(await serveOldAddress(request, response)))
      response.writeHead(404, { 'cache-control': 'private, no-store' }).end();
  };
  void (closed ? serveClosed(request, response, { file: serve, uncached: serve }) : serve());
});
let admin: SignedIn;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  await truncateAll();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const [staff, fan] = [await makeMember({ roles: ['ADMIN'] }), await makeMember()];
  admin = staff;
  for (const [who, { id }] of Object.entries({ staff, fan }))
    cookies[who] = `${sessionCookie}=${await sealSession({ memberId: id, version: 1 })}`;
});
beforeEach(async () => {
  closed = false;
  forget();
  await db.redirect.deleteMany();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const port = () => (server.address() as AddressInfo).port;
const get = (path: string, who?: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${port()}${path}`, {
    redirect: 'manual',
    ...init,
    headers: who ? { cookie: cookies[who]! } : {},
  });
const ask = async (path: string, who?: string, init: RequestInit = {}) => {
  const { status, headers } = await get(path, who, init);
  return [status, headers.get('location'), headers.get('cache-control')];
};
const add = (from: string, to: string) =>
  transact((ctx, input: { from: string; to: string }) => saveRedirect(ctx, { shown: 0, ...input }))(admin, {
    from,
    to,
  });
const memories = ['old addresses', 'old addresses that led somewhere', 'lost addresses by network', 'brand'];
const forget = () => listBounded().forEach((each) => memories.includes(each.bound.name) && each.clear());

// The connections of the server outlive each piece of work, so all statements of the process are counted.
async function counted<T>(work: () => Promise<T>): Promise<{ result: T; statements: number }> {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    return { result: await work(), statements: query.mock.calls.length };
  } finally {
    query.mockRestore();
  }
}
const forAll = 'max-age=3600, s-maxage=5';
const missing = [404, null, 'private, no-store'];

describe('an old address', () => {
  it('is led on for good, but not for ever; GET and HEAD only', async () => {
    await add('/blogs/news', '/en/boards');
    const answer = await get('/Blogs/News/?a=1');
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/en/boards']);
    expect([answer.headers.get('cache-control'), answer.headers.get('x-content-type-options')]).toEqual([
      forAll,
      'nosniff',
    ]);
    expect(await answer.text()).toBe('');
    expect(await ask('/blogs/news', undefined, { method: 'HEAD' })).toEqual([301, '/en/boards', forAll]);
    for (const method of ['POST', 'OPTIONS']) expect(await ask('/blogs/news', undefined, { method })).toEqual(missing);
    expect(await ask('/blogs/other')).toEqual(missing);
  });

  it('takes what it says of a campaign along, here, and nothing else', async () => {
    await add('/a', '/en/boards?x=1#top');
    await add('/b', 'https://other.example/b');
    const query = '?page=2&utm_source=a%0d%0ab&ref=me&utm_medium=%E9%82%AE&next=//evil.example&utm_id=';
    expect((await ask(`/a${query}`))[1]).toBe('/en/boards?x=1&utm_source=a%0D%0Ab&utm_medium=%E9%82%AE&utm_id=#top');
    expect((await ask(`/b${query}`))[1]).toBe('https://other.example/b');
    expect((await ask(`/a?utm_source=${'x'.repeat(201)}`))[1]).toBe('/en/boards?x=1#top');
    const many = Array.from({ length: 30 }, (_, at) => `utm_${'abcdefghijklmnopqrstuvwxyzabcd'.slice(0, at + 1)}=1`);
    expect(String((await ask(`/a?${many.join('&')}`))[1]).split('utm_')).toHaveLength(11);
  });

  it('is in the brand’s first language', async () => {
    expect((await ask('/latest'))[1]).toBe('/en/boards');
    const data = { ...neutralBrand, languages: ['zh', 'en'] };
    await db.brandVersion.create({ data: { version: 1, data, at: new Date() } });
    forget();
    expect((await ask('/latest'))[1]).toBe('/zh/boards');
    await db.brandVersion.deleteMany();
  });

  it('of the program’s own is asked of nothing', async () => {
    const own = [
      '/',
      '/en/t/1',
      '/zh',
      '/api/x',
      '/_next/static/a.js',
      '/files/x',
      '/brand-icons/x',
      '/brand/mark.svg',
      '/robots.txt',
    ];
    const { result, statements } = await counted(() => Promise.all(own.map((path) => ask(path))));
    expect(result).toEqual(own.map(() => missing));
    expect(statements).toBe(0);
    expect(await ask('/products/foxtail-air-ink.webp')).toEqual(missing);
  });

  it('that cannot be read leads nowhere, and puts nothing into the head of an answer', async () => {
    await add('/a', '/en/x%0d%0aSet-Cookie:%20a=1');
    const raw = async (target: string) => {
      const socket = connect(port(), '127.0.0.1');
      socket.write(`GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      return text(socket);
    };
    const head = await raw('/a?utm_source=%0d%0aSet-Cookie:%20b=1');
    expect(head).toContain('location: /en/x%0d%0aSet-Cookie:%20a=1?utm_source=%0D%0ASet-Cookie%3A+b%3D1\r\n');
    expect(head).not.toMatch(/^set-cookie/im);
    for (const path of ['/%ff', '/a%00', '/../a', '//a/%2e%2e', '/t/%0d%0a/1'])
      expect(await raw(path), path).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe('what not everybody may see', () => {
  let there: string;
  beforeAll(async () => {
    const board = await makeBoard({ visibility: 'STAFF' });
    const { id, number } = await makeThread(admin, board, { title: 'The secret plan of the team' });
    await db.thread.update({ where: { id }, data: { source: 'discourse', sourceId: '77' } });
    there = `/en/inner/t/${number}/the-secret-plan-of-the-team`;
  });

  it('is not there for others, in the very same answer', async () => {
    const bare = async (path: string, who?: string) => {
      const answer = await get(path, who);
      return [answer.status, [...answer.headers].filter(([name]) => name !== 'date'), await answer.text()];
    };
    for (const who of [undefined, 'fan'])
      expect(await bare('/t/the-secret-plan/77', who)).toEqual(await bare('/t/the-secret-plan/78', who));
  });

  it('is found by who may, and kept for nobody', async () => {
    for (const who of [undefined, 'staff', 'fan', 'staff', undefined])
      expect(await ask('/t/77', who)).toEqual(who === 'staff' ? [301, there, 'private, no-store'] : missing);
  });

  it('is the closed page while the site is closed; staff are led on, and no cache keeps that', async () => {
    await add('/blogs/news', '/en/boards');
    closed = true;
    for (const path of ['/blogs/news', '/t/77', '/latest', '/nothing']) {
      for (const who of [undefined, 'fan']) expect((await ask(path, who)).slice(0, 2)).toEqual([503, null]);
    }
    expect(await ask('/blogs/news', 'staff')).toEqual([301, '/en/boards', 'private, no-store']);
    expect(await ask('/t/77', 'staff')).toEqual([301, there, 'private, no-store']);
  });
});

describe('many requests', () => {
  it('for one address are one look-up; an edit is seen as soon as public data are dropped', async () => {
    const { id } = await add('/a', '/en/boards');
    const many = () => Promise.all(Array.from({ length: 2 * lost.atOnce }, async () => (await ask('/a'))[0]));
    const { result, statements } = await counted(many);
    expect(result).toEqual(result.map(() => 301));
    // One look-up; a connection that is opened for it may say a word of its own.
    expect(statements).toBeLessThan(5);
    const { statements: later } = await counted(many);
    expect(later).toBe(0);
    await transact(deleteRedirect)(admin, { redirectId: id, shown: 1 });
    dropPages();
    expect(await ask('/a')).toEqual(missing);
  });

  it('for addresses that lead nowhere are stopped before the database; those that are known lead on', async () => {
    await add('/known', '/en/boards');
    expect((await ask('/known'))[0]).toBe(301);
    const { result, statements } = await counted(() =>
      Promise.all(Array.from({ length: 1_000 }, async (_, at) => (await ask(`/t/x/${at + 1_000}`))[0])),
    );
    const of = (status: number) => result.filter((each) => each === status).length;
    expect(of(404)).toBeGreaterThanOrEqual(lost.atOnce);
    expect(of(404)).toBeLessThan(lost.atOnce + 30);
    expect(of(404) + of(429)).toBe(1_000);
    // The table and the thread of each, at most; some share one.
    expect(statements).toBeLessThan(2 * of(404) + 20);
    expect(statements).toBeGreaterThan(lost.atOnce / 4);
    expect((await ask('/known'))[0]).toBe(301);
    const wait = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => (await get(`/t/x/${at}`)).headers.get('retry-after')),
    );
    expect(wait).toContain('1');
    const kept = listBounded().find(({ bound }) => bound.name === 'old addresses')!;
    expect(kept.size).toBeLessThan(lost.atOnce + 30);
  });

  it('that lead somewhere cost nothing of that', async () => {
    await db.redirect.createMany({
      data: Array.from({ length: 3 * lost.atOnce }, (_, at) => ({
        ...{ fromPath: `/o${at}`, to: '/en', createdAt: new Date(), updatedAt: new Date() },
      })),
    });
    for (let at = 0; at < 3 * lost.atOnce; at += 1) expect((await ask(`/o${at}`))[0]).toBe(301);
  });
});
