import type { Reading } from '@/lib/core/context';
import { env } from '@/lib/core/env';
import { Refused } from '@/lib/core/errors';
import { withoutStrangers } from '@/lib/core/markdown';
import { runSlow } from '@/lib/outside/slow';
import { openStorage } from '@/lib/outside/storage/open-storage';

import { fileOf, markdownOf, withMarkdown, type Block, type Words } from './choices/blocks';

/**
 * The blocks of a page with HTML, rendered and sanitised, in the place of their Markdown, and pictures with their size. Refuses a picture
 * that storage does not hold.
 */
export async function renderBlocks(reading: Pick<Reading, 'db'>, blocks: readonly Block[]): Promise<Block[]> {
  const rendered: Block[] = [];
  for (const [at, each] of blocks.entries()) {
    const texts: Words[] = [];
    for (const { en, zh } of markdownOf(each)) texts.push({ en: await render(en, at), zh: await render(zh, at) });
    rendered.push(each.type === 'picture' ? await sized(reading, each, at) : withMarkdown(each, texts));
  }
  return rendered;
}

type Picture = Extract<Block, { type: 'picture' }>;

async function sized({ db }: Pick<Reading, 'db'>, { type, path, alt }: Picture, at: number): Promise<Picture> {
  const sha256 = fileOf(path);
  if (!sha256) return { type, path, alt };
  const file = await db.file.findUnique({ where: { sha256 }, select: { width: true, height: true } });
  if (!file) throw new Refused('page-picture-missing', 'no such picture', { field: `blocks.${at}.path` });
  return { type, path: openStorage().url(`${sha256}.webp`), alt, ...file };
}

// Names with an @ stay words: a page calls nobody.
async function render(markdown: string, at: number): Promise<string> {
  if (!markdown) return '';
  const { html, fits } = await runSlow('render', { markdown, origin: env.PUBLIC_URL }, { first: true });
  if (!fits) throw new Refused('too-much-markup', 'more markup than a text can hold', { field: `blocks.${at}` });
  return withoutStrangers(html, () => false);
}
