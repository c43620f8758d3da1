import { Writable } from 'node:stream';

import pino from 'pino';
import { expect, it } from 'vitest';

import { digestKey } from './keys';
import { linkKeys } from './link-key';
import { log } from './log';
import { loggedAddress } from './logged-address';

const key = linkKeys(digestKey('core.tried')).make('01a22cad-129c-7405-86f4-9daee99e329f');

it('the log keeps where a request went, and nothing that opens it', () => {
  expect(loggedAddress(`/en/order/${key}/invoice/x`)).toBe(
    '/en/order/01a22cad-129c-7405-86f4-9daee99e329f.[redacted]/invoice/x',
  );
  expect(loggedAddress('/en/search?q=my+name&key=abc')).toBe('/en/search?[redacted]');
  expect(loggedAddress('/en/products/air.v2')).toBe('/en/products/air.v2');
  expect(loggedAddress(undefined)).toBeUndefined();
});

it('the log of this program does so by itself', () => {
  const written: string[] = [];
  const into = new Writable({ write: (part, _, done) => (written.push(String(part)), done()) });
  const serializers = (log as unknown as Record<symbol, Record<string, (value: unknown) => unknown>>)[
    pino.symbols.serializersSym
  ]!;
  pino({ serializers }, into).error({ url: `/en/order/${key}`, path: `/zh/order/${key}` }, 'request failed');
  expect(written.join('')).toContain('request failed');
  expect(written.join('')).not.toContain(key.split('.')[1]);
});
