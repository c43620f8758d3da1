import type { IncomingMessage, ServerResponse } from 'node:http';

import { blockCrossSiteDEV } from 'next/dist/server/lib/router-utils/block-cross-site-dev';
import { expect, it } from 'vitest';

import nextConfig from '@/next.config';

// As Next asks it before it accepts the connection by which a browser hears of edits, on a server that names no host.
function isRefused(origin: string): boolean {
  const request = { url: '/_next/hmr?id=1', headers: { origin } } as IncomingMessage;
  const response = { end: () => undefined } as unknown as ServerResponse;
  return blockCrossSiteDEV(request, response, nextConfig.allowedDevOrigins, undefined);
}

it.each(['127.0.0.1', 'localhost', '[::1]'])('a page that was opened at http://%s hears of edits', (host) => {
  expect(isRefused(`http://${host}:3000`)).toBe(false);
});

it('a page of another site does not', () => {
  expect(isRefused('http://elsewhere.example')).toBe(true);
});
