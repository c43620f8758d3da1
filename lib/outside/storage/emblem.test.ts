import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

import { processorTime } from '@/tests/support/processor-time';

import { drawEmblem, MAX_DRAWING_BYTES, type EmblemBox } from './emblem';

const inside: EmblemBox = { width: 512, height: 512, fit: 'inside' };
const svg = (body: string, head = '') =>
  Buffer.from(
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 20 10">${body}</svg>`,
  );
const red = '<rect width="20" height="10" fill="#f00"/>';
const raster = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 0, g: 128, b: 0, alpha: 1 } } })
    .png()
    .toBuffer();
const pixel = async (bytes: Buffer, left: number, top: number) => [
  ...(await sharp(bytes).ensureAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

describe("a brand's own picture", () => {
  it('is drawn from an SVG as fine as its box asks for', async () => {
    const { bytes, width, height, mime } = await drawEmblem(svg(red), inside);
    expect([width, height, mime]).toEqual([512, 256, 'image/webp']);
    expect(await pixel(bytes, 500, 250)).toEqual([255, 0, 0, 255]);
  });

  it.each([
    ['a declaration', '<?xml version="1.0"?>'],
    ['a comment', '<!-- drawn by hand -->\n'],
    ['a byte order mark', '\uFEFF'],
  ])('may begin with %s', async (_, head) => {
    expect((await drawEmblem(svg(red, head), inside)).width).toBe(512);
  });

  it('keeps its own size where that is smaller, and is never cut in a square', async () => {
    expect(await drawEmblem(await raster(100, 40), inside)).toMatchObject({ width: 100, height: 40 });
    const square = await drawEmblem(await raster(100, 40), { width: 512, height: 512, fit: 'contain' });
    expect(square).toMatchObject({ width: 512, height: 512 });
    expect((await pixel(square.bytes, 256, 2))[3]).toBe(0);
    expect(await pixel(square.bytes, 256, 256)).toEqual([0, 128, 0, 255]);
  });

  it('draws nothing that lies elsewhere: no file of this machine, no other address', async () => {
    const own = `file://${process.cwd()}/public/brand/icon.svg`;
    for (const address of [own, 'http://127.0.0.1:9/x.svg', 'public/brand/icon.svg']) {
      const drawn = `<style>@import url("${address}");</style><use xlink:href="${address}#a" href="${address}#a"/><rect width="20" height="10" fill="url(${address}#a)"/>`;
      const { bytes } = await drawEmblem(svg(drawn), inside);
      expect((await pixel(bytes, 250, 128))[3]).toBe(0);
    }
  });

  it.each<[string, string, string]>([
    ['a picture', '<image href="data:image/png;base64,AA"/>', 'drawing-with-pictures'],
    [
      'a drawing within',
      '<svg:image xmlns:svg="http://www.w3.org/2000/svg" href="data:image/svg+xml,x"/>',
      'drawing-with-pictures',
    ],
    ['a picture in a filter', '<filter id="f"><feImage href="#a"/></filter>', 'drawing-with-pictures'],
    ['many filters', `<filter id="f">${'<feTurbulence/>'.repeat(21)}</filter>`, 'drawing-too-complex'],
    ['copies under another name', `${'<s:use href="#a"/>'.repeat(31)}`, 'drawing-too-complex'],
  ])('is refused where it holds %s', async (_, body, code) => {
    await expect(drawEmblem(svg(body), inside)).rejects.toMatchObject({ code });
  });

  it.each<[string, Buffer, string]>([
    ['has a document type', svg(red, '<!DOCTYPE svg [<!ENTITY a "b">]>'), 'mixed-content'],
    [
      'defines entities further on',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><!ENTITY a "b"></svg>'),
      'mixed-content',
    ],
    ['is too long', svg(`<desc>${'x'.repeat(MAX_DRAWING_BYTES)}</desc>`), 'image-too-large'],
    ['is broken', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect'), 'damaged-image'],
    ['has no size', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'), 'damaged-image'],
    ['is a page', Buffer.from('<html><svg/></html>'), 'not-an-image'],
    ['is a PDF', Buffer.from('%PDF-1.7'), 'not-an-image'],
  ])('is refused where it %s', async (_, file, code) => {
    await expect(drawEmblem(file, inside)).rejects.toMatchObject({ code });
  });

  it('is told from other text at once, however many comments stand before it', async () => {
    const told = () =>
      expect(drawEmblem(Buffer.from('<!---->'.repeat(580)), inside)).rejects.toMatchObject({ code: 'not-an-image' });
    expect(await processorTime(told)).toBeLessThan(3_000);
  });

  it('is refused where copies of copies would be drawn without end', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `<g id="g${at}">${`<use href="#g${at - 1}"/>`.repeat(10)}</g>`,
    ).slice(1);
    const bomb = svg(`<defs><g id="g0">${red}</g>${rows.join('')}</defs><use href="#g11"/>`);
    await expect(drawEmblem(bomb, inside)).rejects.toMatchObject({ code: 'drawing-too-complex' });
    const fine = svg(`<defs><g id="a">${red}</g></defs>${'<use href="#a"/>'.repeat(30)}`);
    expect((await drawEmblem(fine, inside)).width).toBe(512);
  });
});
