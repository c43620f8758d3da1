import { expect, it } from 'vitest';

import { invalidate } from './listen-for-invalidations';
import { verifyInvalidationMessage, tagsPath } from './invalidation-message';

it('passes on every tag, in as many notes as the pages take', async () => {
  const taken: string[] = [];
  const post = async (path: string, body: string, headers: Record<string, string>) => {
    taken.push(...verifyInvalidationMessage(body, headers['x-millet-signature']!)!);
    return path === tagsPath ? 204 : 404;
  };
  const tags = Array.from({ length: 450 }, (_, at) => `thread:${at}`);
  await invalidate(post, tags);
  expect(taken).toEqual(tags);
});

it('goes on with the next note when one is not taken', async () => {
  let notes = 0;
  await invalidate(
    async () => {
      notes += 1;
      if (notes === 1) throw new Error('no answer');
      return notes === 2 ? 500 : 204;
    },
    Array.from({ length: 600 }, (_, at) => `tag:${at}`),
  );
  expect(notes).toBe(3);
});
