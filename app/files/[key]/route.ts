import { Readable } from 'node:stream';

import { isStorageKey } from '@/lib/outside/storage';
import { openStorage } from '@/lib/outside/storage/open-storage';
import { decodedParams } from '@/lib/web/params';

/** A kept picture. Its name is the hash of its bytes, so it never changes. */
export async function GET(_request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> {
  const { key } = (await decodedParams(params)) ?? { key: '' };
  const file = isStorageKey(key) ? await openStorage().get(key) : null;
  if (!file) return new Response(null, { status: 404 });
  return new Response(Readable.toWeb(file) as ReadableStream, {
    headers: {
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
}
