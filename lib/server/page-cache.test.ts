import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { listBounded } from '@/lib/core/bounded';

import {
  dropPages,
  isNoBuildFile,
  keepPage,
  nameBuildFiles,
  servePage,
  settleCoding,
  shortenSharedLife,
} from './page-cache';

let server: Server;
let made = 0;

async function serveWith(headers: Record<string, string>, status = 200): Promise<string> {
  made = 0;
  server = createServer((request, response) => {
    settleCoding(request);
    if (servePage(request, response)) return;
    shortenSharedLife(response);
    keepPage(request, response);
    made += 1;
    response.statusCode = status;
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.write('page ');
    response.end(String(made));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).text();

afterEach(() => {
  dropPages();
  server.close();
});

describe('the page cache', () => {
  it('keeps a public document, and drops it when data changed', async () => {
    const address = await serveWith({ 'Cache-Control': 's-maxage=5, stale-while-revalidate=295' });
    expect([await get(`${address}/en/a`), await get(`${address}/en/a`)]).toEqual(['page 1', 'page 1']);
    dropPages();
    expect(await get(`${address}/en/a`)).toBe('page 2');
  });

  it.each([
    ['a private document', { 'Cache-Control': 'private, no-store' }, 200, '/en/account', {}],
    ['a document that sets a cookie', { 'Cache-Control': 's-maxage=5', 'Set-Cookie': 'a=1' }, 200, '/en/b', {}],
    ['a missing page', { 'Cache-Control': 's-maxage=5' }, 404, '/en/c', {}],
    ['an address with a query', { 'Cache-Control': 's-maxage=5' }, 200, '/en/d?x=1', {}],
    ['what the router asks for', { 'Cache-Control': 's-maxage=5' }, 200, '/en/e', { rsc: '1' }],
    ['an address outside the languages', { 'Cache-Control': 's-maxage=5' }, 200, '/api/x', {}],
  ])('never keeps %s', async (_what, headers, status, path, asked) => {
    const address = await serveWith(headers as unknown as Record<string, string>, status);
    expect([await get(address + path, asked), await get(address + path, asked)]).toEqual(['page 1', 'page 2']);
  });

  it('keeps a file of the build through every change of data, and only by its exact name', async () => {
    nameBuildFiles(['/_next/static/a.js']);
    const address = await serveWith({ 'Cache-Control': 'public, max-age=31536000, immutable' });
    expect(await get(`${address}/_next/static/a.js`)).toBe('page 1');
    dropPages();
    expect(await get(`${address}/_next/static/a.js`)).toBe('page 1');
    expect([
      isNoBuildFile('/_next/static/a.js?v=1'),
      isNoBuildFile('/_next/static/%61.js'),
      isNoBuildFile('/_next/static/x/../a.js'),
    ]).toEqual([false, true, true]);
    const files = listBounded().find(({ bound }) => bound.name === 'files of the build')!;
    const before = files.size;
    for (const spelling of ['%61.js', 'b.js', 'a.js?v=1'])
      expect(await get(`${address}/_next/static/${spelling}`)).not.toBe('page 1');
    expect(files.size).toBe(before);
  });

  it.each([
    ['gzip', 'gzip'],
    ['br, gzip;q=0.5', 'gzip'],
    ['GZIP', 'gzip'],
    ['gzip;q=0', undefined],
    ['gzip; q=0.0, deflate', undefined],
    ['x-gzip', undefined],
    ['deflate', undefined],
    ['br', undefined],
    ['identity', undefined],
    ['', undefined],
  ])('has a document made for Accept-Encoding %j as for %j', async (asked, settled) => {
    server = createServer((request, response) => {
      settleCoding(request);
      response.end(request.headers['accept-encoding'] ?? 'none');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    expect(await get(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { 'accept-encoding': asked })).toBe(
      settled ?? 'none',
    );
  });

  it('shows the last document while no new one can be made, and no longer than data stand', async () => {
    const address = await serveWith({ 'Cache-Control': 's-maxage=5' });
    expect(await get(`${address}/en/last`)).toBe('page 1');
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      keepPage(request, response);
      response.statusCode = 500;
      response.setHeader('x-odd', '1');
      response.write('fai');
      response.end('led');
    });
    const stale = await fetch(`${address}/en/last`);
    expect([stale.status, stale.headers.get('x-millet-cache'), stale.headers.get('x-odd'), await stale.text()]).toEqual(
      [200, 'stale', null, 'page 1'],
    );
    const never = await fetch(`${address}/en/never`);
    expect([never.status, await never.text()]).toEqual([500, 'failed']);
    dropPages();
    expect((await fetch(`${address}/en/last`)).status).toBe(500);
  });

  it('tells who has a document already that it is the same', async () => {
    const address = await serveWith({ 'Cache-Control': 's-maxage=5', ETag: 'W/"abc"' });
    await get(`${address}/en/same`);
    const again = await fetch(`${address}/en/same`, {
      headers: { 'if-none-match': '"x", W/"abc"', 'cache-control': 'no-cache' },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await fetch(`${address}/en/same`, { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  it('keeps nothing that was begun before the data changed', async () => {
    const address = await serveWith({ 'Cache-Control': 's-maxage=5' });
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (servePage(request, response)) return;
      keepPage(request, response);
      made += 1;
      response.setHeader('Cache-Control', 's-maxage=5');
      dropPages();
      response.end(`page ${made}`);
    });
    expect([await get(`${address}/en/f`), await get(`${address}/en/f`)]).toEqual(['page 1', 'page 2']);
  });

  it('shortens the life that shared caches are given', async () => {
    const address = await serveWith({ 'Cache-Control': 's-maxage=31536000' });
    const response = await fetch(`${address}/en/g`);
    expect(response.headers.get('cache-control')).toBe('max-age=0, s-maxage=5, must-revalidate');
  });
});

it('lets nobody keep what is made for one reader', async () => {
  server = createServer((_request, response) => {
    shortenSharedLife(response, true);
    response.setHeader('Cache-Control', 's-maxage=5, stale-while-revalidate=295');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  expect(headers.get('cache-control')).toBe('private, no-store');
});
