import { afterAll, beforeAll, expect, it } from 'vitest';

import { createGuardedFetch } from '@/lib/outside/fetch';
import { makeMember } from '@/tests/support/factories';
import { startLoopbackServer, type LoopbackServer } from '@/tests/support/loopback-server';

import { readOldSite } from './read-old-site';

const bytes = (...numbers: number[]) => Buffer.from(numbers);
const inGbk = bytes(0xba, 0xec, 0xf6, 0xc0);
const inWestern = bytes(0x43, 0x61, 0x66, 0xe9, 0x92, 0x73, 0x20, 0x80);
const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const titled = (name: Buffer, meta = '') =>
  Buffer.concat([Buffer.from(`<head>${meta}<title>`), name, Buffer.from('</title>')]);

const pages: { says: string; header: string; body: Buffer; name: string }[] = [
  { says: 'GBK in the header alone', header: 'charset=GBK', body: titled(inGbk), name: '红隼' },
  {
    says: 'windows-1252 in the header alone',
    header: 'charset="Windows-1252"',
    body: titled(inWestern),
    name: 'Café’s €',
  },
  {
    says: 'ISO 8859-1, which is read as windows-1252',
    header: 'charset=iso-8859-1',
    body: titled(inWestern),
    name: 'Café’s €',
  },
  {
    ...{ says: 'the header, whatever the head says', header: 'charset=gbk', name: '红隼' },
    body: titled(inGbk, '<meta charset="utf-8">'),
  },
  {
    ...{ says: 'a mark in front, whatever both say', header: 'charset=gbk', name: 'Café' },
    body: Buffer.concat([bytes(0xef, 0xbb, 0xbf), titled(Buffer.from('Café'), '<meta charset="windows-1252">')]),
  },
  { says: 'a mark of UTF-16', header: 'charset=utf-8', body: wide('<title>红隼</title>'), name: '红隼' },
  {
    ...{ says: 'the head where the header names what nobody knows', header: 'charset=klingon', name: '红隼' },
    body: titled(inGbk, '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'),
  },
  { says: 'UTF-8 where nobody knows any', header: 'charset=klingon', body: titled(Buffer.from('Café')), name: 'Café' },
  {
    ...{ says: 'UTF-8 for a head that says UTF-16', header: '', name: 'Café' },
    body: titled(Buffer.from('Café'), '<meta charset="utf-16le">'),
  },
];

let server: LoopbackServer;
beforeAll(async () => {
  server = await startLoopbackServer((request, response) => {
    const { header, body } = pages[Number(request.url!.slice(1))]!;
    response.writeHead(200, { 'content-type': `text/html; ${header}` }).end(body);
  });
});
afterAll(() => server.close());

it.each(pages.map((each, at) => ({ ...each, at })))('an old site is read by $says', async ({ at, name }) => {
  const fetch = createGuardedFetch({ ports: [server.port], resolve: async () => ['127.0.0.1'], isAllowed: () => true });
  const admin = await makeMember({ roles: ['ADMIN'] });
  const found = await readOldSite(admin, { address: `http://old.example:${server.port}/${at}` }, { fetch });
  expect(found.name).toBe(name);
});
