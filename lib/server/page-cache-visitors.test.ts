import { afterEach, describe, expect, it } from 'vitest';

import { mark, openPageSite, type Make, type PageSite } from '@/tests/support/page-site';

import { isKnown } from './page-cache';
import { dropPages, pageGeneration } from './page-generation';
import { wholeHeader } from './page-key';

let site: PageSite;
afterEach(() => site.close());

describe('whoever asks first', () => {
  const hostile = {
    cookie: 'millet-session=hostile',
    authorization: 'Basic hostile',
    accept: 'text/hostile',
    'accept-encoding': 'gzip',
    'accept-language': 'hostile',
    'user-agent': 'hostile millet-whole',
    'x-forwarded-host': 'hostile.example',
    'x-forwarded-proto': 'hostile',
    'x-forwarded-for': '6.6.6.6',
    'x-original-url': '/hostile',
    'x-middleware-subrequest': 'hostile',
    'x-nextjs-data': 'hostile',
    'x-millet-address': '6.6.6.7',
    [wholeHeader]: 'hostile',
    'next-url': '/hostile',
    referer: 'https://hostile.example',
    range: 'bytes=0-3',
    'if-modified-since': 'Sat, 28 Nov 2026 00:00:00 GMT',
    'x-http-method-override': 'DELETE',
  };
  const telling: Make = (response, { method, headers }) =>
    mark(response).end(`${method} ${JSON.stringify(headers)} `.padEnd(3_000));

  it('puts nothing of the own headers into what all others get', async () => {
    site = await openPageSite(telling);
    await site.text('/en/a', hostile);
    const text = await site.text('/en/a');
    expect(text).toMatch(/^GET /);
    expect(text).not.toMatch(/hostile|6\.6\.6|bytes|2026/);
    expect(site.made).toBe(1);
  });

  it('is no other Host than anybody else', async () => {
    site = await openPageSite(telling);
    const heard = await site.raw('/en/a');
    await site.raw('/en/b', 'X-Forwarded-Host: evil.localhost\r\n');
    expect(heard).toMatch(/"host":"localhost"/);
    expect(await site.raw('/en/b')).not.toContain('evil');
  });

  it('control: where nothing is kept the headers reach the page', async () => {
    site = await openPageSite(telling);
    const text = await site.text('/en/a?x=1', hostile);
    for (const part of ['millet-session=hostile', 'hostile.example', 'text/hostile']) expect(text).toContain(part);
    expect(text).not.toMatch(/6\.6\.6\.7|x-millet-whole/);
  });

  it('has the whole made by a look at its head, a part of it, or what has it already', async () => {
    site = await openPageSite();
    const head = await site.raw('/en/a', '', 'HEAD');
    expect(head).toMatch(/^HTTP\/1.1 200[^]*content-length: 6\r\n[^]*\r\n\r\n$/i);
    expect(await site.raw('/en/a', 'Range: bytes=0-1\r\n')).toMatch(/^HTTP\/1.1 200[^]*page 1$/);
    expect(site.made).toBe(1);
    site.make = (response) => mark(response).end('always the same');
    const etag = (await site.ask('/en/b')).headers.get('etag')!;
    dropPages();
    const made = site.made;
    expect((await site.ask('/en/b', { 'if-none-match': etag })).status).toBe(304);
    expect([await site.text('/en/b'), site.made - made]).toEqual(['always the same', 1]);
  });
});

describe('the mark of what may be kept', () => {
  it('means nothing in the answer of a page or a handler, and reaches nobody', async () => {
    site = await openPageSite((response) =>
      mark(response, { 'Cache-Control': 'private, no-store', [wholeHeader]: String(pageGeneration()) }).end(
        `page ${site.made}`,
      ),
    );
    for (const path of ['/en/a', '/en/a?x=1', '/api/x', '/en/account']) {
      const [first, second] = [await site.ask(path), await site.ask(path)];
      const differ = (await first.text()) !== (await second.text());
      expect([path, first.headers.get(wholeHeader), differ]).toEqual([path, null, true]);
    }
  });

  it('control: that of a document for everyone is taken, and stays behind', async () => {
    site = await openPageSite();
    const first = await site.ask('/en/a');
    expect([first.headers.get(wholeHeader), await first.text(), await site.text('/en/a')]).toEqual([
      null,
      'page 1',
      'page 1',
    ]);
  });
});

describe('who has a document already', () => {
  const status = async (tag: string) => (await site.ask('/en/a', { 'if-none-match': tag })).status;

  it('is told that it is the same, without its bytes', async () => {
    site = await openPageSite();
    const first = await site.ask('/en/a');
    const etag = first.headers.get('etag')!;
    const strong = etag.replace('W/', '');
    for (const tag of [etag, strong, `"x", ${etag}`, `"x" ,${strong}`, '*']) {
      const again = await site.ask('/en/a', { 'if-none-match': tag });
      expect([tag, again.status, await again.text(), again.headers.get('content-length')]).toEqual([
        tag,
        304,
        '',
        null,
      ]);
      for (const name of ['etag', 'cache-control', 'vary'])
        expect(again.headers.get(name)).toBe(first.headers.get(name));
    }
    for (const tag of ['"x"', strong.slice(1, -1), `${strong.slice(0, -2)}"`, ''])
      expect([tag, await status(tag)]).toEqual([tag, 200]);
  });

  it('has nothing of a document without an ETag', () => {
    expect([isKnown('*', ''), isKnown('', ''), isKnown(undefined, 'W/"a"')]).toEqual([false, false, false]);
  });

  it('is not looked for in a list longer than a browser sends', () => {
    const list = (others: number) => `${'"x", '.repeat(others)}W/"a"`;
    expect([isKnown(list(20), 'W/"a"'), isKnown(list(2_000), 'W/"a"')]).toEqual([true, false]);
  });

  it('is told so too where it may not be kept, since Next makes it anew', async () => {
    site = await openPageSite((response) => mark(response, { 'x-nextjs-cache': 'STALE' }).end('page'));
    const etag = (await site.ask('/en/a')).headers.get('etag')!;
    expect([await status(etag), site.made]).toEqual([304, 2]);
  });
});

it('gives each answer its own request id', async () => {
  site = await openPageSite();
  const ids = await Promise.all([1, 2, 3].map(async () => (await site.ask('/en/a')).headers.get('x-request-id')));
  ids.push((await site.ask('/en/a')).headers.get('x-request-id'));
  expect(new Set(ids).size).toBe(4);
  expect(ids.every((id) => id && !id.includes(','))).toBe(true);
});

it('answers from memory one request of a connection at a time: what is sent ahead is counted like all else', async () => {
  site = await openPageSite();
  await site.text('/en/a', { 'accept-encoding': 'identity' });
  const ahead = 'GET /en/a HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const heard = await site.raw('/en/a', `\r\n${ahead.repeat(199)}GET /en/a HTTP/1.1\r\nHost: localhost\r\n`);
  expect(heard.match(/HTTP\/1\.1 200/g)!.length).toBeLessThan(40);
  const later = await site.raw('/en/a');
  expect(later).toMatch(/x-millet-cache: hit/);
});
