import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import { askForPictures, notePictures, withFetched } from '@/lib/core/remote-pictures';
import { imagesOf } from '@/lib/core/sanitize';
import { takeTurns } from '@/lib/core/take-turns';
import { runSlow } from '@/lib/outside/slow';

import { canEditProducts } from '../policy';
import { productInput, type ProductInput } from '../schema';
import { saveImages } from './save-images';
import { saveVariants } from './save-variants';

export type SavedProduct = {
  id: string;
  handle: string;
  createdAt: Date;
  outcome: 'created' | 'changed' | 'unchanged';
};

/** Makes a product, or brings the one with this handle up to date; with an unchanged source digest nothing is written. */
export async function saveProduct(ctx: Ctx, input: ProductInput): Promise<SavedProduct> {
  allow(canEditProducts(ctx.actor));
  const { variants, images, html, htmlZh, createdAt, draftFirst, ...fields } = productInput.parse(input);
  // Two imports of one file at once take turns on each product, also while it does not exist yet.
  await takeTurns(ctx.db, `product:${fields.handle}`);
  const known = await ctx.db.product.findUnique({
    where: { handle: fields.handle },
    select: { id: true, sourceDigest: true, createdAt: true, status: true },
  });
  if (known && fields.sourceDigest && known.sourceDigest === fields.sourceDigest)
    return { id: known.id, handle: fields.handle, createdAt: known.createdAt, outcome: 'unchanged' };
  const clean = await runSlow('sanitize', { html }, { first: true });
  const cleanZh = await runSlow('sanitize', { html: htmlZh }, { first: true });
  const shown = fields.source ? imagesOf(clean) : [];
  const pictures = await askForPictures(ctx, shown);
  const data = {
    ...fields,
    ...(draftFirst && { status: known?.status ?? ('DRAFT' as const) }),
    html: withFetched({ html: clean }, pictures, shown).html,
    htmlZh: cleanZh,
    updatedAt: ctx.now,
  };
  const saved = known
    ? await ctx.db.product.update({
        where: { id: known.id },
        // A form that was opened before is told; its Markdown is made from the new text.
        data: { ...data, markdown: '', markdownZh: '', publishAt: null, version: { increment: 1 } },
        select: { id: true, createdAt: true },
      })
    : await ctx.db.product.create({
        data: { ...data, createdAt: createdAt ?? ctx.now },
        select: { id: true, createdAt: true },
      });
  const { id } = saved;
  await notePictures(
    ctx,
    shown.flatMap((url) => pictures.get(url) ?? []).map((picture) => ({ pictureId: picture.id, productId: id })),
  );
  const variantIds = await saveVariants(ctx, id, variants);
  await saveImages(ctx, id, images, variantIds);
  await ctx.emit('product.changed', { productId: id });
  ctx.touch('products', `product:${fields.handle}`, 'home');
  return { id, handle: fields.handle, createdAt: saved.createdAt, outcome: known ? 'changed' : 'created' };
}
