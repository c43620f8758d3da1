import { readdirSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readableAddress } from '@/lib/core/address';
import { listPublicFiles } from '@/lib/server/build-files';
import { listRoutes } from '@/tests/support/routes';

import { isOwnAddress, mostOfPath, oldPath, targetOf } from './old-path';

describe('an old address', () => {
  it.each([
    ['/Pages/Our-Story/', '/pages/our-story'],
    ['/pages//our-story?variant=1#top', '/pages/our-story'],
    ['/%70ages/./caf%C3%A9', '/pages/café'],
    ['/pages/cafe%CC%81', '/pages/café'],
    ['/产品/%E8%80%B3%E6%9C%BA', '/产品/耳机'],
    ['/a%2Fb%3fc%23d%25e', '/a%2fb%3fc%23d%25e'],
    ['/', '/'],
  ])('%s is compared as %s', (address, path) => {
    expect(oldPath(address)).toBe(path);
    // What was exported is read again as the same.
    expect(oldPath(path)).toBe(path);
  });

  it.each([
    'pages/a',
    '',
    'https://old.example/a',
    '/a/../b',
    '/a/%2e%2e/b',
    '/%ff',
    '/a%00b',
    '/a%0d%0aX: 1',
    '/\ud800',
  ])('%j is none', (address) => expect(oldPath(address)).toBeNull());

  it('has an end', () => {
    expect(oldPath(`/${'a'.repeat(mostOfPath - 1)}`)).not.toBeNull();
    expect(oldPath(`/${'a'.repeat(mostOfPath)}`)).toBeNull();
    expect(oldPath(`/${'%61'.repeat(4 * mostOfPath)}`)).toBeNull();
  });
});

describe('the program’s own addresses', () => {
  it('are all of its routes and files', () => {
    const files = [
      ...listPublicFiles(),
      ...readdirSync('app')
        .filter((name) => /\.(svg|png)$/.test(name))
        .map((name) => `/${name}`),
    ];
    const filled = listRoutes().map((route) => route.replace(/\[\w+\]/g, 'x1'));
    const own = [...files, ...filled, '/robots.txt', '/metrics', '/staff/orders', '/_next/static/a.js', '/zh', '/en/x'];
    expect(own.length).toBeGreaterThan(120);
    expect(own.filter((address) => !isOwnAddress(oldPath(address) ?? ''))).toEqual([]);
  });

  it('are none of those that old shops and forums have', () => {
    const old = ['/products', '/products/air', '/t/a/1', '/c/a', '/u/a/summary', '/pages/a', '/english', '/latest'];
    expect(old.filter(isOwnAddress)).toEqual([]);
  });
});

describe('where a redirect leads', () => {
  it.each([
    ['/en/products', '/en/products'],
    ['/en/产品?a=1&b=é#top', '/en/%E4%BA%A7%E5%93%81?a=1&b=%C3%A9#top'],
    ['https://other.example', 'https://other.example/'],
    ['https://other.example/100%25%E8%80%B3/%0a%ff', 'https://other.example/100%25%E8%80%B3/%0a%ff'],
    ['https://shop.example/en', '/en'],
    ['http://shop.example/en?x=1', '/en?x=1'],
    ['/en/a%0d%0aSet-Cookie:%20a=1', '/en/a%0d%0aSet-Cookie:%20a=1'],
  ])('%s', (text, target) => {
    expect(targetOf(text, 'shop.example')).toBe(target);
    // The form shows it as people read it, and sends that again.
    expect(targetOf(readableAddress(target))).toBe(target);
  });

  it.each([
    'http://other.example',
    '//other.example',
    '/\\other.example',
    '/.//other.example',
    '/a/..//other.example',
    'javascript:alert(1)',
    'data:text/html,a',
    'https://me:secret@other.example',
    'products',
    '',
    '/a\nb',
    '/a\rLocation: https://other.example',
    `/${'a'.repeat(1_000)}`,
  ])('%j is nowhere', (text) => expect(targetOf(text, 'shop.example')).toBeNull());
});
