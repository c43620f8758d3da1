import { revalidateTag } from 'next/cache';

import { verifyInvalidationMessage } from '@/lib/server/invalidation-message';

/** Drops cached public data that another process changed. Only this process's own server can sign the note. */
export async function POST(request: Request): Promise<Response> {
  const tags = verifyInvalidationMessage(await request.text(), request.headers.get('x-millet-signature'));
  if (!tags) return new Response(null, { status: 404 });
  tags.forEach((tag) => revalidateTag(tag, { expire: 0 }));
  return new Response(null, { status: 204 });
}
