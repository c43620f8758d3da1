import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';

import { animation } from '@/tests/support/pictures';

import { ImageRefused, MAX_IMAGE_BYTES } from '.';
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
