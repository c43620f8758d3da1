import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { FetchRefused } from './fetch-refused';

/**
 * The whole body, unpacked. Refuses with too-large as soon as more than `maxBytes` arrived packed or
 * came out unpacked, and with bad-type for a packing that we do not know.
 */
export async function readBody(body: Readable, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const unpack = unpacker(encoding);
  if (unpack) await pipeline(body, atMost(maxBytes), unpack, atMost(maxBytes), collect);
  else await pipeline(body, atMost(maxBytes), collect);
  return Buffer.concat(chunks);
}

function unpacker(encoding = 'identity'): Transform | null {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip();
    case 'deflate':
      return zlib.createInflate();
    case 'br':
      return zlib.createBrotliDecompress();
    default:
      throw new FetchRefused('bad-type', `content-encoding ${encoding}`);
  }
}

function atMost(maxBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > maxBytes) done(new FetchRefused('too-large', `more than ${maxBytes} bytes`));
      else done(null, chunk);
    },
  });
}
