import { inflateSync } from 'node:zlib';

/**
 * A font of a WOFF file as the OpenType font that it packs (W3C, WOFF 1.0). fontkit reads WOFF too, but its own inflating refuses some valid
 * files, and its reading of WOFF2 fails where letters are made of others.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = headBytes + at * 20;
    const [offset, packed, length] = [4, 8, 12].map((part) => woff.readUInt32BE(entry + part)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.subarray(entry + 16, entry + 20),
      bytes: packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes,
    };
  });
  return sfntOf(woff.subarray(4, 8), tables);
}

const headBytes = 44;
const padded = (length: number) => Math.ceil(length / 4) * 4;

type Table = { tag: Buffer; checksum: Buffer; bytes: Buffer };

function sfntOf(flavour: Buffer, tables: Table[]): Buffer {
  const start = 12 + 16 * tables.length;
  const font = Buffer.alloc(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), start));
  const power = Math.floor(Math.log2(tables.length));
  flavour.copy(font, 0);
  font.writeUInt16BE(tables.length, 4);
  font.writeUInt16BE(16 * 2 ** power, 6);
  font.writeUInt16BE(power, 8);
  font.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  let offset = start;
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    const entry = 12 + 16 * at;
    tag.copy(font, entry);
    checksum.copy(font, entry + 4);
    font.writeUInt32BE(offset, entry + 8);
    font.writeUInt32BE(bytes.length, entry + 12);
    bytes.copy(font, offset);
    offset += padded(bytes.length);
  }
  return font;
}
