import sharp from 'sharp';
import { afterAll, beforeEach, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { neutralBrand } from '@/lib/core/brand';
import { readBrand } from '@/lib/core/current-brand';
import { db } from '@/lib/core/db';
import { openStorage } from '@/lib/outside/storage/open-storage';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { setBrandPicture } from './set-brand-picture';

const drawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>',
);
const clear = () => db.brandVersion.deleteMany();
let admin: SignedIn;

beforeEach(async () => {
  await clear();
  admin = await makeMember({ roles: ['ADMIN'] });
});
afterAll(clear);

const set = (more: Partial<Parameters<typeof setBrandPicture>[1]> = {}) =>
  setBrandPicture(admin, { part: 'mark', file: drawing, shown: 0, locale: 'en', ...more });

it('keeps a drawing as a picture, shows it in the place of the logo, and puts the program’s own back', async () => {
  expect(await set()).toEqual({ version: 1 });
  const { mark } = await readBrand();
  expect(mark).toMatch(/^\/files\/[0-9a-f]{64}\.webp$/);
  const stored = await openStorage().get(mark.split('/').at(-1)!);
  const bytes = Buffer.concat(await stored!.toArray());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 512, height: 512 });
  expect(await set({ file: null, shown: 1 })).toEqual({ version: 2 });
  expect((await readBrand()).mark).toBe(neutralBrand.mark);
});

it('keeps a logo for dark pages beside the first, and none again', async () => {
  await set({ part: 'markDark' });
  expect(await readBrand()).toMatchObject({ mark: neutralBrand.mark, markDark: expect.stringMatching(/^\/files\//) });
  const entry = await db.auditEntry.findFirstOrThrow({ where: { act: 'brand.save' }, orderBy: { at: 'desc' } });
  expect(entry.detail).toEqual({ version: 1, parts: ['markDark'] });
  await set({ part: 'markDark', file: null, shown: 1 });
  expect((await readBrand()).markDark).toBeNull();
});

it('makes icons square and cards as wide as networks show them', async () => {
  await set({ part: 'icon' });
  await set({ part: 'card', shown: 1 });
  const { icon, card } = await readBrand();
  const size = async (path: string) =>
    db.file.findUniqueOrThrow({ where: { sha256: path.slice(7, 71) }, select: { width: true, height: true } });
  expect([await size(icon), await size(card)]).toEqual([
    { width: 512, height: 512 },
    { width: 1200, height: 630 },
  ]);
});

it('says so where another version was saved meanwhile', async () => {
  await set();
  expect(await refusal(set({ part: 'icon' }))).toBe('brand-changed');
});

it('refuses what is no picture, and members who may not', async () => {
  expect(await refusal(set({ file: Buffer.from('<script>alert(1)</script>') }))).toBe('not-an-image');
  const fan = await makeMember();
  expect(await refusal(setBrandPicture(fan, { part: 'mark', file: drawing, shown: 0, locale: 'en' }))).toBe(
    'forbidden',
  );
});
