import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

import { afterEach, expect, it } from 'vitest';

import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

import { mayMakePage, missing, namePublicFiles } from './missing-limit';
import { unknown } from './page-turns';

let server: LoopbackServer;
let made = 0;
let [making, most] = [0, 0];
afterEach(() => server.close());

async function start(): Promise<void> {
  made = 0;
  server = await startLoopbackServer((request, response) => void make(request, response));
}

async function make(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await mayMakePage(request, response))) return;
  made += 1;
  making += 1;
  most = Math.max(most, making);
  if (request.url!.includes('/half'))
    await new Promise((resolve) => request.once('end', resolve).once('close', resolve).resume());
  await new Promise((resolve) => setTimeout(resolve, request.url!.includes('/slow') ? 30 : 0));
  making -= 1;
  const status = request.url!.includes('/nothing') ? 404 : request.url!.includes('/other-name') ? 308 : 200;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.writeHead(status).end('page');
}

const get = async (path: string, from: string) => {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { 'x-millet-address': from } });
  return { status: response.status, wait: response.headers.get('retry-after'), text: await response.text() };
};
const ask = async (path: string, from: string) => (await get(path, from)).status;

it('a network has so many missing pages made and then waits, while others and pages that exist are answered', async () => {
  await start();
  expect(await ask('/en/t/1', '10.0.0.1')).toBe(200);
  const statuses = await Promise.all(
    Array.from({ length: 3 * missing.atOnce }, (_, at) => ask(`/en/t/nothing-${at}`, '10.0.0.1')),
  );
  expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(missing.atOnce - 1);
  expect(statuses.filter((status) => status === 404).length).toBeLessThan(missing.atOnce + 20);
  expect(await ask('/en/t/1', '10.0.0.1')).toBe(200);
  expect(await ask('/en/t/nothing', '10.0.0.2')).toBe(404);
  expect(await ask('/en/orders/nothing', '10.0.0.1')).toBe(404);
  const { status, wait, text } = await get('/zh/t/nothing-more', '10.0.0.1');
  expect([status, wait, text.includes('操作太快了')]).toEqual([429, '2', true]);
});

it('counts all addresses of one IPv6 subscriber as one', async () => {
  await start();
  for (let at = 0; at < 2 * missing.atOnce; at += 1)
    await ask(`/en/t/nothing-${at}`, `2001:db8:1:2::${at.toString(16)}`);
  expect(made).toBeLessThan(missing.atOnce + 20);
  expect(await ask('/en/t/nothing', '2001:db8:1:3::1')).toBe(404);
});

it('gives back what was spent on pages that exist, and takes them for missing once they are gone', async () => {
  await start();
  for (let at = 0; at < 2 * missing.atOnce; at += 1) expect(await ask(`/en/t/${at}`, '10.0.0.3')).toBe(200);
});

it('makes a few unknown pages of one network side by side, and all of them in the end', async () => {
  await start();
  [making, most] = [0, 0];
  const statuses = await Promise.all(Array.from({ length: 20 }, (_, at) => ask(`/en/t/slow-${at}`, '10.0.0.9')));
  expect(statuses.every((status) => status === 200)).toBe(true);
  expect(most).toBe(unknown.sideBySide);
});

it('gives the turn of a client that left to the next', async () => {
  await start();
  const leaving = Array.from({ length: 3 * unknown.sideBySide }, (_, at) => {
    const left = new AbortController();
    const asked = fetch(`http://127.0.0.1:${server.port}/en/t/slow-left-${at}`, {
      headers: { 'x-millet-address': '10.0.0.10' },
      signal: left.signal,
    }).catch(() => undefined);
    setTimeout(() => left.abort(), 5);
    return asked;
  });
  await Promise.all(leaving);
  for (let at = 0; at < 2 * unknown.sideBySide; at += 1)
    expect(await ask(`/en/t/slow-after-${at}`, '10.0.0.10')).toBe(200);
});

it('counts who asks by posting, and who leaves before the answer', async () => {
  await start();
  const post = (path: string) =>
    fetch(`http://127.0.0.1:${server.port}${path}`, {
      method: 'POST',
      headers: { 'x-millet-address': '10.0.0.11' },
      body: 'a=b',
    }).then(({ status }) => status);
  expect(await ask('/en/t/is-there', '10.0.0.11')).toBe(200);
  expect(await post('/en/t/is-there')).toBe(200);
  const statuses = await Promise.all(
    Array.from({ length: 2 * missing.atOnce }, (_, at) => post(`/en/t/nothing-posted-${at}`)),
  );
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(missing.atOnce - 20);
  expect(await post('/en/t/is-there')).toBe(200);

  for (let at = 0; at < missing.atOnce; at += 1) await leaveEarly(`/en/t/nothing-slow-${at}`, '10.0.0.12');
  const again = await Promise.all(
    Array.from({ length: missing.atOnce }, (_, at) => ask(`/en/t/nothing-slow-${at}`, '10.0.0.12')),
  );
  expect(again.filter((status) => status === 429).length).toBeGreaterThan(missing.atOnce - 10);
});

async function leaveEarly(path: string, from: string): Promise<void> {
  const left = new AbortController();
  const begun = made;
  const asked = fetch(`http://127.0.0.1:${server.port}${path}`, {
    headers: { 'x-millet-address': from },
    signal: left.signal,
  }).catch(() => undefined);
  await expect.poll(() => made, { interval: 1 }).toBe(begun + 1);
  left.abort();
  await asked;
}

it('makes a few pages for members of one network side by side, and none for who left while waiting', async () => {
  await start();
  [making, most] = [0, 0];
  const left = new AbortController();
  const leaving = Array.from({ length: 40 }, (_, at) =>
    fetch(`http://127.0.0.1:${server.port}/en/orders/slow-${at}`, {
      headers: { 'x-millet-address': '10.0.0.13' },
      signal: left.signal,
    }).catch(() => undefined),
  );
  await expect.poll(() => server.requests.length).toBe(40);
  left.abort();
  await Promise.all(leaving);
  // The server hears of one departure after the other: done when nothing is begun any more.
  await expect
    .poll(async () => {
      const before = made;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return making === 0 && made === before;
    })
    .toBe(true);
  expect(made).toBeLessThan(leaving.length);
  most = 0;
  const statuses = await Promise.all(
    Array.from({ length: 10 }, (_, at) => ask(`/en/orders/slow-then-${at}`, '10.0.0.13')),
  );
  expect([new Set(statuses), most]).toEqual([new Set([200]), unknown.sideBySide]);
});

it('begins nothing for a post whose body does not end, and keeps nobody waiting for it', async () => {
  await start();
  const post = { method: 'POST', headers: { 'x-millet-address': '10.0.0.14', 'content-length': '9' } };
  for (const page of ['/en/t/half', '/en/orders/half']) {
    const halves = Array.from({ length: 2 * unknown.postsSideBySide }, (_, at) =>
      httpRequest(`http://127.0.0.1:${server.port}${page}-${at}`, post).on('error', () => undefined),
    );
    made = 0;
    const seen = server.requests.length;
    halves.forEach((half) => half.write('half'));
    await expect.poll(() => server.requests.length).toBe(seen + halves.length);
    expect(await ask(page.replace('half', 'whole'), '10.0.0.14')).toBe(200);
    const { status } = await fetch(`http://127.0.0.1:${server.port}${page.replace('half', 'posted')}`, {
      ...post,
      body: 'wholebody',
    });
    expect([status, made]).toEqual([200, 2]);
    halves.forEach((half) => half.destroy());
  }
});

it.each(['/en/orders/slow-posted', '/en/t/slow-posted'])(
  'makes a few pages side by side of a burst of posts to %s, and none for who left while waiting',
  async (page) => {
    await start();
    expect(await ask(page, '10.0.0.15')).toBe(200);
    [making, most, made] = [0, 0, 0];
    const left = new AbortController();
    const post = { method: 'POST', headers: { 'x-millet-address': '10.0.0.15' }, body: 'a=b' };
    const address = `http://127.0.0.1:${server.port}${page}`;
    const seen = server.requests.length;
    const leaving = Array.from({ length: 60 }, () =>
      fetch(address, { ...post, signal: left.signal }).catch(() => undefined),
    );
    await expect.poll(() => server.requests.length).toBe(seen + 60);
    left.abort();
    await Promise.all(leaving);
    await expect.poll(() => making).toBe(0);
    expect(made).toBeLessThan(60);
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await fetch(address, post)).status));
    expect([new Set(statuses), most]).toEqual([new Set([200]), unknown.postsSideBySide]);
  },
);

it('reads no byte of a body that the page will read, and lets a longer one be read as it comes', async () => {
  const bodies = ['short', 'x'.repeat(1_000_000)];
  server = await startLoopbackServer(
    (request, response) =>
      void mayMakePage(request, response).then(async () => {
        let length = 0;
        for await (const chunk of request) length += (chunk as Buffer).length;
        response.end(String(length));
      }),
  );
  const lengths = bodies.map(async (body) => {
    const headers = { 'x-millet-address': '10.0.0.16' };
    return (await fetch(`http://127.0.0.1:${server.port}/en/account`, { method: 'POST', headers, body })).text();
  });
  expect(await Promise.all(lengths)).toEqual(bodies.map(({ length }) => String(length)));
});

it('counts addresses that only lead to another', async () => {
  await start();
  const statuses = await Promise.all(
    Array.from({ length: 2 * missing.atOnce }, (_, at) => ask(`/en/t/1/other-name-${at}`, '10.0.0.17')),
  );
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(missing.atOnce - 20);
});

it('counts posts that are answered with a page, whether there is one or not, and learns nothing from them', async () => {
  await start();
  const post = (at: number) =>
    fetch(`http://127.0.0.1:${server.port}/en/t/posted-${at % 50}`, {
      method: 'POST',
      headers: { 'x-millet-address': '10.0.0.18' },
      body: 'a=b',
    }).then(({ status }) => status);
  const statuses = await Promise.all(Array.from({ length: 100 }, (_, at) => post(at)));
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(50);
});

it('gives scripts, pictures and other files to a network whose budget is empty: a page without them would not work', async () => {
  await start();
  namePublicFiles(['/illustrations/empty.svg']);
  for (let at = 0; at < 2 * missing.atOnce; at += 1) await ask(`/en/t/nothing-${at}`, '10.0.0.11');
  const files = [
    '/_next/static/chunks/a.js',
    '/illustrations/empty.svg',
    '/files/abc.webp',
    '/brand-icons/a.png',
    '/api/health',
  ];
  expect(await Promise.all(files.map((path) => ask(path, '10.0.0.11')))).toEqual(files.map(() => 200));
  expect(await ask('/illustrations/nothing.svg', '10.0.0.11')).toBe(429);
});
