import { expect, it } from 'vitest';

import { gatheredHeaders } from './gathered-headers';

it('gathers raw headers by name, with every value of one that comes more than once', () => {
  expect(gatheredHeaders(['Set-Cookie', 'a=1', 'ETag', 'x', 'set-cookie', 'b=2'])).toEqual([
    ['Set-Cookie', ['a=1', 'b=2']],
    ['ETag', 'x'],
  ]);
  expect(gatheredHeaders({ 'set-cookie': ['a=1', 'b=2'], etag: 'x' })).toEqual([
    ['set-cookie', ['a=1', 'b=2']],
    ['etag', 'x'],
  ]);
  expect(gatheredHeaders(undefined)).toEqual([]);
  expect(gatheredHeaders('OK')).toEqual([]);
});
