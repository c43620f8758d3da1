import { z } from 'zod';

import { signingKey } from '@/lib/core/keys';

/** Where the process's own Next takes such notes. */
export const tagsPath = '/api/internal/tags';

/** No note names more tags. */
export const mostTags = 200;

const key = signingKey('server.tagNote');
const note = z.array(z.string().max(256)).max(mostTags);

/** Signs a list of cache tags for the process's own Next. */
export function sealTagNote(tags: string[]): { body: string; signature: string } {
  const body = JSON.stringify(tags);
  return { body, signature: key.sign(body) };
}

/** The tags of a signed note, or null when the signature does not fit. */
export function openTagNote(body: string, signature: string | null): string[] | null {
  if (!key.verify(body, signature)) return null;
  return note.parse(JSON.parse(body));
}
