import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import { askForPictures, notePictures, withFetched, type RemotePictures } from '@/lib/core/remote-pictures';
import { freeSlug } from '@/lib/core/slug';
import { takeTurns } from '@/lib/core/take-turns';

import { blocksMost, type Block } from '../choices/blocks';
import { pagesTag } from '../choices/tag';
import { changedParts, editedFields, type Edited } from '../parts';
import { canEditPages } from '../policy';
import { renderBlocks } from '../render-blocks';
import { importPageInput, type ImportPage } from '../schema';
import { takenByOthers } from './address-for';
import { nextPosition } from './next-position';
import { writeVersion } from './write-version';

export type PageImported = {
  /** Kept: staff changed or published it since. Gone: staff deleted it. */
  outcome: 'added' | 'changed' | 'kept' | 'gone';
  slug: string | null;
};

/**
 * Brings a page of another site as a draft, or brings the draft up to date that an import made and nobody has touched since. It publishes
 * nothing. One that an earlier import brought (`known`) and that is not here any more was deleted by staff, and stays so.
 */
export async function importPage(ctx: Ctx, input: ImportPage): Promise<PageImported> {
  allow(canEditPages(ctx.actor));
  const { source, sourceId, known, ...wanted } = importPageInput.parse(input);
  await takeTurns(ctx.db, `page:${source}:${sourceId}`);
  const before = await ctx.db.page.findUnique({
    where: { source_sourceId: { source, sourceId } },
    select: { ...editedFields, sourceVersion: true },
  });
  if (!before && known) return { outcome: 'gone', slug: null };
  if (before && before.version !== before.sourceVersion) return { outcome: 'kept', slug: before.slug };
  return before ? bringUpToDate(ctx, before, wanted) : make(ctx, { source, sourceId }, wanted);
}

type Before = Edited & { sourceVersion: number | null };

async function make(ctx: Ctx, from: { source: string; sourceId: string }, wanted: Wanted): Promise<PageImported> {
  const { words, pictures } = await wordsOf(ctx, wanted);
  const title = wanted.slug || wanted.title;
  const slug = await freeSlug(ctx, { kind: 'page', title, taken: (slugs) => takenByOthers(ctx, slugs) });
  const data = { ...words, ...from, slug, sourceVersion: 1, position: await nextPosition(ctx), createdAt: ctx.now };
  const made = await ctx.db.page.create({ data, select: editedFields });
  await writeVersion(ctx, made, []);
  await show(ctx, made.id, pictures);
  return { outcome: 'added', slug };
}

async function bringUpToDate(ctx: Ctx, { sourceVersion, ...before }: Before, wanted: Wanted): Promise<PageImported> {
  const { words, pictures } = await wordsOf(ctx, wanted);
  // Staff may have saved it since it was read: what they saved stays.
  const [after] = await ctx.db.page.updateManyAndReturn({
    where: { id: before.id, version: sourceVersion ?? 0 },
    data: { ...words, version: { increment: 1 }, sourceVersion: { increment: 1 } },
    select: editedFields,
  });
  if (!after) return { outcome: 'kept', slug: before.slug };
  await writeVersion(ctx, after, changedParts(before, after));
  await show(ctx, after.id, pictures);
  return { outcome: 'changed', slug: after.slug };
}

// Pictures are asked for before the page's row is written, as every writer of pictures does.
async function wordsOf(ctx: Ctx, wanted: Wanted) {
  const pictures = await askForPictures(ctx, wanted.pictures);
  const blocks = blocksOf(wanted, pictures);
  return {
    pictures,
    words: { blocks, rendered: await renderBlocks(ctx, blocks), ...titled(wanted), updatedAt: ctx.now },
  };
}

type Wanted = Omit<ReturnType<typeof importPageInput.parse>, 'source' | 'sourceId' | 'known'>;

const inBoth = (lang: 'en' | 'zh', text: string) => ({ en: lang === 'en' ? text : '', zh: lang === 'zh' ? text : '' });

function titled({ lang, title, description }: Wanted) {
  const [named, described] = [inBoth(lang, title), inBoth(lang, description)];
  return { title: named.en, titleZh: named.zh, description: described.en, descriptionZh: described.zh };
}

/** The texts as blocks, with our copies of the pictures that have been fetched already. */
function blocksOf({ lang, texts, pictures: urls }: Wanted, pictures: RemotePictures): Block[] {
  const fetched = (markdown: string) => withFetched({ html: '', markdown }, pictures, urls).markdown;
  const blocks = texts.map((text): Block => ({ type: 'text', text: inBoth(lang, fetched(text)) }));
  if (JSON.stringify(blocks).length <= blocksMost.characters) return blocks;
  throw new Refused('too-much-markup', 'a page cannot hold that much text');
}

async function show(ctx: Ctx, pageId: string, pictures: RemotePictures): Promise<void> {
  await notePictures(
    ctx,
    [...pictures.values()].map(({ id }) => ({ pictureId: id, pageId })),
  );
  ctx.touch(pagesTag);
}
