import { expect, it } from 'vitest';

import { forget } from './hear-tags';
import { openTagNote, tagsPath } from './tag-note';

it('passes on every tag, in as many notes as the pages take', async () => {
  const taken: string[] = [];
  const post = async (path: string, body: string, headers: Record<string, string>) => {
    taken.push(...openTagNote(body, headers['x-millet-signature']!)!);
    return path === tagsPath ? 204 : 404;
  };
  const tags = Array.from({ length: 450 }, (_, at) => `thread:${at}`);
  await forget(post, tags);
  expect(taken).toEqual(tags);
});

it('goes on with the next note when one is not taken', async () => {
  let notes = 0;
  await forget(
    async () => {
      notes += 1;
      if (notes === 1) throw new Error('no answer');
      return notes === 2 ? 500 : 204;
    },
    Array.from({ length: 600 }, (_, at) => `tag:${at}`),
  );
  expect(notes).toBe(3);
});
