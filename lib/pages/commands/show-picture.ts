import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { withFetched } from '@/lib/core/remote-pictures';

import { markdownOf, readBlocks, withMarkdown, type Block, type Words } from '../choices/blocks';
import { pagesTag } from '../choices/tag';
import { changedParts, editedFields } from '../parts';
import { canEditPages } from '../policy';
import { writeVersion } from './write-version';

/**
 * Puts our copy of a picture in the place of its old address, in pages that still show it. It is a version like any other, so that a
 * form that was opened before does not bring the old address back; the page still counts as untouched by staff if it did.
 */
export async function showPictureInPages(
  ctx: Ctx,
  { pageIds, url, path }: { pageIds: string[]; url: string; path: string },
): Promise<void> {
  allow(canEditPages(ctx.actor));
  for (const id of pageIds) await showIn(ctx, id, { url, path });
}

async function showIn(ctx: Ctx, id: string, { url, path }: { url: string; path: string }): Promise<void> {
  // Who saves the page meanwhile waits, and then finds another version.
  await ctx.db.$queryRaw`SELECT 1 FROM "Page" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const select = { ...editedFields, rendered: true, sourceVersion: true } as const;
  const row = await ctx.db.page.findUnique({ where: { id }, select });
  if (!row) return;
  const { rendered, sourceVersion, ...before } = row;
  const pictures = new Map([[url, { id: '', path }]]);
  const blocks = readBlocks(before.blocks).map((each) =>
    inEach(each, (markdown) => withFetched({ html: '', markdown }, pictures, [url]).markdown),
  );
  const html = readBlocks(rendered).map((each) =>
    inEach(each, (text) => withFetched({ html: text }, pictures, [url]).html),
  );
  if (JSON.stringify([blocks, html]) === JSON.stringify([readBlocks(before.blocks), readBlocks(rendered)])) return;
  const untouched = sourceVersion === before.version;
  const after = await ctx.db.page.update({
    where: { id },
    data: {
      ...{ blocks, rendered: html, updatedAt: ctx.now, version: { increment: 1 } },
      ...(untouched && { sourceVersion: before.version + 1 }),
    },
    select: editedFields,
  });
  await writeVersion(ctx, after, changedParts(before, after));
  ctx.touch(pagesTag);
}

const inEach = (each: Block, change: (text: string) => string): Block =>
  withMarkdown(
    each,
    markdownOf(each).map(({ en, zh }): Words => ({ en: change(en), zh: change(zh) })),
  );
