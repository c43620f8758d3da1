import { z } from 'zod';

import { signingKey } from '@/lib/core/keys';

/** The path at which the process's own Next accepts invalidation messages. */
export const tagsPath = '/api/internal/tags';

/** The most tags of one message. */
export const mostTags = 200;

const key = signingKey('server.tagNote');
const message = z.array(z.string().max(256)).max(mostTags);

/** Signs a list of cache tags for the process's own Next. */
export function signInvalidationMessage(tags: string[]): { body: string; signature: string } {
  const body = JSON.stringify(tags);
  return { body, signature: key.sign(body) };
}

/** The tags of a signed message, or null when the signature does not fit. */
export function verifyInvalidationMessage(body: string, signature: string | null): string[] | null {
  if (!key.verify(body, signature)) return null;
  return message.parse(JSON.parse(body));
}
