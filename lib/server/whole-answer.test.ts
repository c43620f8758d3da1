import { gunzipSync } from 'node:zlib';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { mark, openPageSite, type Make, type PageSite } from '@/tests/support/page-site';

import { dropPages } from './page-generation';

const gzips = vi.hoisted(() => ({ count: 0 }));
vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof import('node:zlib')>();
  return { ...zlib, gzipSync: (body: Buffer) => ((gzips.count += 1), zlib.gzipSync(body)) };
});

let site: PageSite;
afterEach(async () => {
  gzips.count = 0;
  await site.close();
});

const long = (text: string) => `${text} ${'of grain '.repeat(400)}`;

async function partsOf(path: string, coding: string) {
  const heard = await site.raw(path, `Accept-Encoding: ${coding}\r\n`);
  const end = heard.indexOf('\r\n\r\n');
  const head = heard.slice(0, end);
  const body = Buffer.from(heard.slice(end + 4), 'latin1');
  const gzip = /content-encoding: gzip/i.test(head);
  return { head, gzip, length: body.length, text: String(gzip ? gunzipSync(body) : body) };
}

describe('a document', () => {
  // As Next sends what it streams.
  const streamed: Make = (response) => {
    mark(response).writeHead(200);
    response.flushHeaders();
    response.write(long('page').slice(0, 10));
    response.end(long('page').slice(10));
  };

  it.each([
    ['gzip', true],
    ['br, gzip;q=0.5', true],
    ['GZIP', true],
    ['br', false],
    ['gzip;q=0', false],
    ['gzip; q=0.0, deflate', false],
    ['x-gzip', false],
    ['identity', false],
    ['*;q=0', false],
  ])('is compressed for Accept-Encoding %j: %s, and kept so', async (coding, gzip) => {
    site = await openPageSite(streamed);
    for (const path of ['/en/a', '/en/a']) {
      const answer = await partsOf(path, coding);
      expect([answer.gzip, answer.text]).toEqual([gzip, long('page')]);
      expect(answer.head).toMatch(/vary: .*accept-encoding/i);
      expect(answer.head).toContain(`ength: ${answer.length}`);
    }
    expect(site.made).toBe(1);
    // The other coding is another answer.
    expect((await partsOf('/en/a', gzip ? 'identity' : 'gzip')).gzip).toBe(!gzip);
  });

  it('is compressed once, however many ask for it and however often it is made', async () => {
    site = await openPageSite((response) => void setTimeout(() => mark(response).end(long('once')), 20));
    await Promise.all(Array.from({ length: 20 }, () => partsOf('/en/a', 'gzip')));
    for (let round = 0; round < 5; round += 1) await partsOf('/en/a', 'gzip');
    dropPages();
    expect((await partsOf('/en/a', 'gzip')).text).toBe(long('once'));
    expect([site.made > 2, gzips.count]).toEqual([true, 1]);
  });

  it('control: is compressed anew when its bytes are others, and not at all if it is a picture or a line', async () => {
    site = await openPageSite((response, { url }) => {
      mark(response, url === '/en/picture' ? { 'Content-Type': 'image/webp' } : {});
      response.end(url === '/en/line' ? 'a line' : long(`other ${site.made}`));
    });
    await partsOf('/en/a', 'gzip');
    dropPages();
    await partsOf('/en/a', 'gzip');
    expect(gzips.count).toBe(2);
    const others = [await partsOf('/en/picture', 'gzip'), await partsOf('/en/line', 'gzip')];
    expect([others.map(({ gzip }) => gzip), gzips.count]).toEqual([[false, false], 2]);
  });

  it('that says nothing is found is compressed too, though it is kept nowhere', async () => {
    site = await openPageSite((response) => mark(response).writeHead(404).end(long('nothing')));
    const { gzip, text, head } = await partsOf('/en/a', 'gzip');
    expect([gzip, text, head.startsWith('HTTP/1.1 404')]).toEqual([true, long('nothing'), true]);
  });

  it('that is too long to be kept is sent as it is made', async () => {
    const part = 'x'.repeat(700_000);
    site = await openPageSite((response) => {
      mark(response);
      for (let at = 0; at < 4; at += 1) response.write(part);
      response.end(String(site.made));
    });
    for (const turn of [1, 2]) expect((await site.text('/en/a')) === `${part.repeat(4)}${turn}`).toBe(true);
  });
});

it('leaves what is made for one reader to Next’s own compression', async () => {
  site = await openPageSite((response) => mark(response, { 'Cache-Control': 'private, no-store' }).end(long('own')));
  const [plain, gzip] = await Promise.all(
    ['identity', 'gzip'].map((coding) => site.ask('/en/account', { 'accept-encoding': coding })),
  );
  expect([plain!.headers.get('content-encoding'), gzip!.headers.get('content-encoding')]).toEqual([null, 'gzip']);
  expect([await plain!.text(), await gzip!.text()]).toEqual([long('own'), long('own')]);
  expect(gzips.count).toBe(0);
});
