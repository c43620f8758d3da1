/** The pictures of a brand that everybody is answered while the site is closed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';

import { iconAddress } from '@/lib/brand/icon-address';
import { neutralBrand } from '@/lib/core/brand';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';

import { serveClosed } from './serve-closed';

const serve = async (_request: unknown, response: { end: () => void }) => void response.end();
const server = createServer((request, response) => {
  void serveClosed(request, response, { file: serve, uncached: serve });
});
const file = (letter: string) => `/files/${letter.repeat(64)}.webp`;
const brand = { ...neutralBrand, mark: file('a'), markDark: file('b') };
const icon = iconAddress(brand, 'touch-180');

beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
beforeEach(async () => {
  await db.brandVersion.deleteMany();
  await db.brandVersion.create({ data: { version: 1, data: brand, at: clock() } });
  // What was read of the brand before is read again after four seconds.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await db.brandVersion.deleteMany();
});
afterAll(() => void server.close());

const statuses = async (...paths: string[]) => {
  const { port } = server.address() as AddressInfo;
  return Promise.all(paths.map(async (path) => (await fetch(`http://127.0.0.1:${port}${path}`)).status));
};

it('are both logos, its icons, and the manifest that names them', async () => {
  expect(await statuses(file('a'), file('b'), icon, '/zh/manifest.webmanifest')).toEqual([200, 200, 200, 200]);
});

it('are no other file, and no other name', async () => {
  const others = [file('c'), `${icon}x`, icon.toUpperCase(), '/brand-icons/x', `/brand-icons/..${file('c')}`];
  expect(await statuses(...others, '/en/manifest.webmanifest/x')).toEqual([503, 503, 503, 503, 503, 503]);
});
