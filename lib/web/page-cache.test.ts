import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from 'vitest';

import { dropPages, keepPage, servePage, shortenSharedLife } from './page-cache';

let server: Server;
let made = 0;

async function serveWith(headers: Record<string, string>, status = 200): Promise<string> {
  made = 0;
  server = createServer((request, response) => {
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

  it('keeps a file of the build through every change of data', async () => {
    const address = await serveWith({ 'Cache-Control': 'public, max-age=31536000, immutable' });
    expect(await get(`${address}/_next/static/a.js`)).toBe('page 1');
    dropPages();
    expect(await get(`${address}/_next/static/a.js`)).toBe('page 1');
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
