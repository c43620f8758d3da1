import sharp from 'sharp';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';

import { drawnIconNames, drawnIcons, type DrawnIcon } from '@/lib/brand/choices/icon-sizes';
import { iconAddress } from '@/lib/brand/icon-address';
import { neutralBrand, type Brand } from '@/lib/core/brand';
import { readBrand } from '@/lib/core/current-brand';
import { db } from '@/lib/core/db';
import * as slow from '@/lib/outside/slow';
import { makeMember } from '@/tests/support/factories';

import { getBrandIcon } from './draw-brand-icon';
import { setBrandPicture } from './set-brand-picture';

const svg = (inner: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">${inner}</svg>`);
const opaque = svg('<rect width="8" height="8" fill="#0000ff"/>');
const round = svg('<circle cx="4" cy="4" r="4" fill="#0000ff"/>');
const paper = [0xfa, 0xf6, 0xed];

const clear = () => db.brandVersion.deleteMany();
beforeEach(clear);
afterAll(clear);

async function brandWith(file: Buffer): Promise<Brand> {
  const admin = await makeMember({ roles: ['ADMIN'] });
  await setBrandPicture(admin, { part: 'icon', file, shown: 0, locale: 'en' });
  return readBrand();
}

async function draw(brand: Brand, icon: DrawnIcon): Promise<Buffer> {
  const answer = await getBrandIcon(brand, iconAddress(brand, icon).split('/').at(-1)!);
  if (!answer || !('png' in answer)) throw new Error('it was not drawn');
  return Buffer.from(answer.png);
}

async function colourAt(png: Buffer, share: number): Promise<number[]> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = Math.round(share * (info.width - 1));
  return [...data.subarray(4 * (at * info.width + at), 4 * (at * info.width + at) + 4)];
}

it.each(drawnIconNames)(
  '%s is a square PNG of its size, of the program’s own icon and of an uploaded one',
  async (icon) => {
    for (const brand of [neutralBrand, await brandWith(round)]) {
      const { side } = drawnIcons[icon];
      expect(await sharp(await draw(brand, icon)).metadata()).toMatchObject({
        format: 'png',
        width: side,
        height: side,
      });
    }
  },
);

it('an icon to be cut has a ground everywhere, and its picture within the circle that every shape has', async () => {
  const png = await draw(await brandWith(opaque), 'maskable-512');
  expect((await sharp(png).stats()).isOpaque).toBe(true);
  // Corners of the picture lie 0.4 of the side from the middle: on the diagonal at 0.5 - 0.4 / √2.
  expect(await colourAt(png, 0.2)).toEqual([...paper, 255]);
  expect(await colourAt(png, 0.24)).toEqual([0, 0, 255, 255]);
});

it('an icon of a home screen is whole where nothing shines through it, and lies on a ground where something does', async () => {
  expect(await colourAt(await draw(await brandWith(opaque), 'touch-180'), 0)).toEqual([0, 0, 255, 255]);
  await clear();
  const png = await draw(await brandWith(round), 'touch-180');
  expect(await colourAt(png, 0)).toEqual([...paper, 255]);
  expect(await colourAt(png, 0.5)).toEqual([0, 0, 255, 255]);
});

it('a name of another version leads to the icon that stands, and any other name to none', async () => {
  const name = iconAddress(neutralBrand, 'any-192').split('/').at(-1)!;
  const brand = await brandWith(round);
  expect(await getBrandIcon(brand, name)).toEqual({ elsewhere: iconAddress(brand, 'any-192') });
  for (const hostile of ['', 'any-192.png', '../icon-512.png', `${name}\0`]) {
    expect(await getBrandIcon(brand, hostile)).toBeNull();
  }
});

it('is drawn once for all who ask at the same moment, and again where drawing failed', async () => {
  const brand = await brandWith(svg('<rect width="5" height="8" fill="#00ff00"/>'));
  const run = vi.spyOn(slow, 'runSlow').mockRejectedValueOnce(new Error('no process'));
  await expect(draw(brand, 'any-512')).rejects.toThrow('no process');
  await Promise.all(Array.from({ length: 10 }, () => draw(brand, 'any-512')));
  await draw(brand, 'any-512');
  expect(run).toHaveBeenCalledTimes(2);
  run.mockRestore();
});

it('is none where its picture is gone', async () => {
  const brand = { ...neutralBrand, icon: `/files/${'0'.repeat(64)}.webp` };
  const name = iconAddress(brand, 'any-192').split('/').at(-1)!;
  expect(await getBrandIcon(brand, name)).toBeNull();
});
