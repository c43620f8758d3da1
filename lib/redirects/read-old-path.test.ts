import { expect, it } from 'vitest';

import { partsOf } from './old-path';
import { readOldPlace } from './read-old-path';

const read = (address: string) => readOldPlace(partsOf(address) ?? []);

it.each([
  ['/products', { kind: 'shop' }],
  ['/products/Air-2/', { kind: 'product', handle: 'Air-2' }],
  ['/Products/air?variant=4', { kind: 'product', handle: 'air' }],
  ['/collections', { kind: 'shop' }],
  ['/collections/all', { kind: 'shop' }],
  ['/collections/sale/red+small', { kind: 'shop' }],
  ['/collections/sale/products/air', { kind: 'product', handle: 'air' }],
  ['/collections/products', { kind: 'shop' }],
  ['/pages/about', { kind: 'page', slug: 'about' }],
  ['/policies/refund-policy', { kind: 'page', slug: 'returns' }],
  ['/t/a-title/12', { kind: 'thread', id: '12' }],
  ['/t/12', { kind: 'thread', id: '12' }],
  ['/t/12/3', { kind: 'thread', id: '12', post: 3 }],
  ['/t/a-title/12/3?u=me', { kind: 'thread', id: '12', post: 3 }],
  ['/t/a-title/12/last', { kind: 'thread', id: '12' }],
  ['/t/%E6%A0%87%E9%A2%98/12', { kind: 'thread', id: '12' }],
  ['/p/991', { kind: 'post', id: '991' }],
  ['/c/support', { kind: 'board', slug: 'support', above: undefined }],
  ['/c/support/10', { kind: 'board', id: '10' }],
  ['/c/Help/Support', { kind: 'board', slug: 'support', above: 'help' }],
  ['/c/help/support/11', { kind: 'board', id: '11' }],
  ['/c/help/support/11/l/latest', { kind: 'board', id: '11' }],
  ['/c/support/10/none', { kind: 'board', id: '10' }],
  ['/u/Ann/summary', { kind: 'member', name: 'Ann' }],
  ['/users/ann', { kind: 'member', name: 'ann' }],
  ['/latest', { kind: 'boards' }],
  ['/top/all', { kind: 'boards' }],
  ['/categories', { kind: 'boards' }],
])('%s', (address, place) => expect(read(address)).toEqual(place));

it.each([
  ...['/', '/t', '/t/a-title', '/t/a/b/c', '/t/1234567890', '/t/a/12/3/4', '/t/12.rss', '/c', '/c/a/b/c/d/e', '/p/x'],
  ...[
    '/pages',
    '/pages/a/b',
    '/products/a/b',
    '/collections/a/b/c',
    '/policies/x',
    '/latest/x',
    '/constructor',
    '/cart',
  ],
])('%s is none', (address) => expect(read(address)).toBeNull());
