import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { ImageRefused, MAX_IMAGE_BYTES } from '.';
import { fitMoving, fitStill } from './fit';
import { inspectImage, processImage } from './images';

const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#c84' } });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

let png: Buffer;
let jpeg: Buffer;
beforeAll(async () => {
  png = await picture().png().toBuffer();
  jpeg = await picture().jpeg().toBuffer();
});

describe('inspectImage', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('knows %s by its bytes', async (format) => {
    const file = await picture().toFormat(format).toBuffer();
    expect(await inspectImage(file)).toEqual({ mime: `image/${format}`, width: 40, height: 20, frames: 1 });
  });

  it('gives the size as shown, not as stored', async () => {
    const turned = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await inspectImage(turned)).toMatchObject({ width: 20, height: 40 });
  });

  it.each([
    ['nothing', () => Buffer.alloc(0)],
    ['text', () => Buffer.from('hello')],
    ['a page called .png', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['SVG', () => Buffer.from(SVG)],
    ['SVG behind an XML declaration', () => Buffer.from(`<?xml version="1.0"?>\n${SVG}`)],
    ['SVG behind the signature of PNG', () => Buffer.concat([png.subarray(0, 8), Buffer.from(SVG)])],
    [
      'a page behind the signature of JPEG',
      () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html><script>')]),
    ],
    ['a page behind the signature of GIF', () => Buffer.from('GIF89a/*<html>*/=1;')],
    ['PDF', () => Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a signature alone', () => png.subarray(0, 8)],
  ])('refuses %s', (_name, file) => refuses(inspectImage(file()), 'not-an-image'));

  it('refuses TIFF, which libvips could open', async () =>
    refuses(inspectImage(await picture().tiff().toBuffer()), 'not-an-image'));

  it.each([
    ['a page behind a picture', () => Buffer.concat([png, Buffer.from('<HTML ><script>alert(1)</script>')])],
    ['a script in the comment of a picture', () => withComment(jpeg, '<script>alert(1)</script>')],
    ['a drawing behind a picture', () => Buffer.concat([jpeg, Buffer.from(SVG)])],
    ['PHP behind a picture', () => Buffer.concat([png, Buffer.from('<?php system($_GET[0]);')])],
    ['an archive behind a picture', () => Buffer.concat([png, emptyZip('')])],
    ['an archive with a comment behind a picture', () => Buffer.concat([png, emptyZip('PK\x05\x06 a comment')])],
    ['PDF in the comment of a picture', () => withComment(jpeg, '%PDF-1.4')],
  ])('refuses %s', (_name, file) => refuses(inspectImage(file()), 'mixed-content'));

  it('refuses more than 32 MB', () =>
    refuses(inspectImage(Buffer.concat([png, Buffer.alloc(MAX_IMAGE_BYTES)])), 'image-too-large'));

  it('refuses a small file that unpacks to 64 million pixels', async () => {
    const bomb = await picture(8_000, 8_000).toColourspace('b-w').png().toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    await refuses(inspectImage(bomb), 'too-many-pixels');
    await refuses(processImage(bomb, { max: 100 }), 'too-many-pixels');
  });

  it('takes the photos of phones: 50, 108 and 200 megapixels, but no such picture that must lie in memory whole', async () => {
    expect(await inspectImage(claimingJpeg(jpeg, 8_192, 6_144))).toMatchObject({ width: 8_192, height: 6_144 });
    expect(await inspectImage(claimingJpeg(jpeg, 16_320, 12_240))).toMatchObject({ width: 16_320 });
    await refuses(inspectImage(claimingJpeg(jpeg, 20_000, 12_240)), 'too-many-pixels');
    const progressive = await picture().jpeg({ progressive: true }).toBuffer();
    await refuses(inspectImage(claimingJpeg(progressive, 16_320, 12_240)), 'too-many-pixels');
  });

  it('takes a photo whose caption speaks of <html>, in XMP or EXIF', async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description>A page: <html><body></rdf:Description></rdf:RDF></x:xmpmeta>';
    expect(await inspectImage(withSegment(jpeg, 0xe1, `http://ns.adobe.com/xap/1.0/\0${xmp}`))).toMatchObject({
      mime: 'image/jpeg',
    });
    const captioned = await picture()
      .withExif({ IFD0: { ImageDescription: 'How <script> works' } })
      .jpeg()
      .toBuffer();
    expect(await inspectImage(captioned)).toMatchObject({ mime: 'image/jpeg' });
    expect((await processImage(captioned, { max: 50 })).bytes.includes('<script')).toBe(false);
  });

  it('refuses a header that claims to be huge', () =>
    refuses(inspectImage(claiming(png, 60_000, 60_000)), 'too-many-pixels'));

  it('counts every frame', async () => {
    await refuses(inspectImage(await animation(210, 2, 2)), 'too-many-frames');
    await refuses(inspectImage(sized(await animation(4, 2, 2), 4_000, 4_000)), 'too-many-pixels');
    expect(await inspectImage(await animation(3, 8, 8))).toEqual({ mime: 'image/gif', width: 8, height: 8, frames: 3 });
  });
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

function animation(frames: number, width: number, height: number): Promise<Buffer> {
  const each = Array.from({ length: frames }, (_, index) => Buffer.alloc(width * height * 3, (index * 37) % 256));
  return sharp(Buffer.concat(each), { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .gif()
    .toBuffer();
}

/** The same PNG with another size in its header, and the checksum to go with it. */
function claiming(file: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(file);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt32BE(crc32(changed.subarray(12, 29)), 29);
  return changed;
}

function crc32(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

/** The same GIF with another size in its header and before each frame. */
function sized(file: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(file);
  const resize = (at: number) => changed.writeUInt16LE(height, changed.writeUInt16LE(width, at));
  const frame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), file.subarray(6, 10)]);
  for (let at = file.indexOf(frame); at !== -1; at = file.indexOf(frame, at + 1)) resize(at + 5);
  resize(6);
  return changed;
}

function withComment(file: Buffer, text: string): Buffer {
  return withSegment(file, 0xfe, text);
}

function withSegment(file: Buffer, marker: number, text: string): Buffer {
  const head = Buffer.from([0xff, marker, (text.length + 2) >> 8, (text.length + 2) & 255]);
  return Buffer.concat([file.subarray(0, 2), head, Buffer.from(text), file.subarray(2)]);
}

/** The same JPEG with another size in the header of its frame. */
function claimingJpeg(file: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(file);
  const at = [0xc0, 0xc2].map((frame) => file.indexOf(Buffer.from([0xff, frame]))).find((found) => found > 0)!;
  changed.writeUInt16BE(height, at + 5);
  changed.writeUInt16BE(width, at + 7);
  return changed;
}

function emptyZip(comment: string): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, Buffer.from(comment, 'latin1')]);
}

async function refuses(work: Promise<unknown>, code: string): Promise<void> {
  await expect(work).rejects.toSatisfy((error) => error instanceof ImageRefused && error.code === code, code);
}
