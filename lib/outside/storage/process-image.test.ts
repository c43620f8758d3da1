import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';

import { animation } from '@/tests/support/pictures';

import { ImageRefused } from '.';
import { fitMoving, fitStill } from './fit';
import { inspectImage, processImage } from './images';

const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#c84' } });

let png: Buffer;

beforeAll(async () => {
  png = await picture().png().toBuffer();
});

describe('processImage', () => {
  it('keeps the shape within the size, as WebP, named by its bytes', async () => {
    const kept = await processImage(await picture(400, 200).png().toBuffer(), { max: 100 });
    expect(kept).toMatchObject({ mime: 'image/webp', width: 100, height: 50 });
    expect(kept.sha256).toBe(createHash('sha256').update(kept.bytes).digest('hex'));
    expect(await inspectImage(kept.bytes)).toEqual({ mime: 'image/webp', width: 100, height: 50, frames: 1 });
  });

  it('never enlarges', async () =>
    expect(await processImage(png, { max: 1_000 })).toMatchObject({ width: 40, height: 20 }));

  it('gives the same bytes for the same picture', async () => {
    expect((await processImage(png, { max: 30 })).sha256).toBe((await processImage(png, { max: 30 })).sha256);
  });

  it('turns upright and forgets camera and place', async () => {
    const file = await picture(40, 20)
      .withExif({
        IFD0: { Make: 'SecretCam', Orientation: '6' },
        IFD3: { GPSLatitude: '39/1 54/1 20/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(file.includes('SecretCam')).toBe(true);
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const { bytes, width, height } = await processImage(file, { max: 100 });
    const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata();
    expect({ width, height, exif, xmp, iptc, orientation }).toEqual({ width: 20, height: 40 });
    expect(bytes.includes('SecretCam')).toBe(false);
  });

  it.each(['gif', 'webp'] as const)('keeps an animated %s moving, its frames within the bounds', async (format) => {
    const file = await sharp(await animation(12, 400, 300), { animated: true })
      .toFormat(format)
      .toBuffer();
    const kept = await processImage(file, { max: 200 });
    expect(kept).toMatchObject({ width: 200, height: 150 });
    expect(await inspectImage(kept.bytes)).toEqual({ mime: 'image/webp', width: 200, height: 150, frames: 12 });
    const still = await processImage(file, { max: 200, still: true });
    expect(await inspectImage(still.bytes)).toMatchObject({ frames: 1 });
  });

  it.each([
    [1080, 20_000, 884, 16_370],
    [20_000, 1080, 16_370, 884],
    [1440, 6_000, 1440, 6_000],
    [3_000, 12_000, 2_000, 8_000],
    [4_000, 3_000, 2_000, 1_500],
    [3_000, 6_000, 1_000, 2_000],
    [30_000, 1_000, 16_383, 546],
  ])('keeps what is %i × %i legible', (width, height, ...expected) => {
    const kept = fitStill({ width, height }, 2_000);
    expect(Math.abs(kept.width - expected[0]!) + Math.abs(kept.height - expected[1]!)).toBeLessThan(30);
    expect(Math.max(kept.width, kept.height)).toBeLessThanOrEqual(16_383);
    expect(kept.width * kept.height).toBeLessThanOrEqual(16_000_000);
  });

  it('makes a long screenshot that long', async () => {
    expect(await processImage(await picture(540, 9_000).png().toBuffer(), { max: 1_000 })).toMatchObject({
      width: 489,
      height: 8_164,
    });
  });

  it.each([
    [100, 480, 270],
    [200, 500, 500],
  ])('bounds what %i frames of %i × %i cost', (frames, width, height) => {
    const kept = fitMoving({ width, height }, frames, 2_000);
    expect(kept.width * kept.height * frames).toBeLessThanOrEqual(25_000_000);
    expect(kept.width / kept.height).toBeCloseTo(width / height, 1);
  });

  it.each(['png', 'jpeg', 'webp', 'gif'] as const)('refuses a %s that was cut off', async (format) => {
    const whole = await noise().toFormat(format).toBuffer();
    const cut = whole.subarray(0, Math.floor(whole.length / 2));
    const error = await processImage(cut, { max: 50 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ImageRefused);
    expect(['damaged-image', 'not-an-image']).toContain((error as ImageRefused).code);
  });

  it('drops what was hidden behind the picture', async () => {
    const { bytes } = await processImage(Buffer.concat([png, Buffer.from('hidden words')]), { max: 50 });
    expect(bytes.includes('hidden')).toBe(false);
  });
});

function noise() {
  return sharp({
    create: {
      width: 120,
      height: 90,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#000',
    },
  });
}
