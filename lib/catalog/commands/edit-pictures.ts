import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import type { EditPictures } from '../picture-schema';
import { canEditProducts } from '../policy';
import { lockPictures } from './lock-pictures';

/**
 * Saves what a product's pictures show and of which variant they are, and moves or deletes the one whose button was pressed. Refuses
 * who saw an older version of them.
 */
export async function editPictures(
  ctx: Ctx,
  { productId, shown, rows, act }: EditPictures,
): Promise<{ version: number }> {
  allow(canEditProducts(ctx.actor));
  const product = await lockPictures(ctx, { productId, shown });
  if (!product) {
    found(await ctx.db.product.findUnique({ where: { id: productId }, select: { id: true } }));
    throw new Refused('pictures-changed', 'the pictures were changed meanwhile');
  }
  const kept = await ctx.db.productImage.findMany({
    where: { productId },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  const ids = new Set(kept.map(({ id }) => id));
  if ([...rows, ...(act ? [act] : [])].some(({ id }) => !ids.has(id)))
    throw new Refused('not-found', 'no such picture');
  await requireOwnVariants(ctx, productId, rows);
  for (const { id, alt, altZh, variantId } of rows)
    await ctx.db.productImage.update({
      where: { id },
      data: { alt, altZh, variantId: variantId ?? null },
      select: { id: true },
    });
  if (act?.verb === 'delete') await ctx.db.productImage.delete({ where: { id: act.id }, select: { id: true } });
  else if (act) await place(ctx, productId, movedIds([...ids], act));
  const detail = { title: product.title, ...(act?.verb === 'delete' && { count: 1 }) };
  const name = act?.verb === 'delete' ? 'product.deletePicture' : 'product.editPictures';
  await audit(ctx, { act: name, subject: ['product', productId], detail });
  ctx.touch('products', `product:${product.handle}`, 'drops', 'home');
  return { version: product.picturesVersion };
}

async function requireOwnVariants({ db }: Ctx, productId: string, rows: EditPictures['rows']): Promise<void> {
  const wanted = new Set(rows.flatMap(({ variantId }) => variantId ?? []));
  if (wanted.size === 0) return;
  const own = await db.variant.count({ where: { productId, id: { in: [...wanted] } } });
  if (own < wanted.size) throw new Refused('not-found', 'no such variant');
}

/** Ids in their order after one of them was moved: by one place, or to the front. */
export function movedIds(ids: string[], { verb, id }: { verb: string; id: string }): string[] {
  const from = ids.indexOf(id);
  const to = verb === 'first' ? 0 : Math.min(Math.max(from + (verb === 'up' ? -1 : 1), 0), ids.length - 1);
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}

// A place is held by one picture: they all step aside first.
async function place({ db }: Ctx, productId: string, ids: string[]): Promise<void> {
  await db.$executeRaw`UPDATE "ProductImage" SET "position" = -1 - "position" WHERE "productId" = ${productId}::uuid`;
  await db.$executeRaw`
    UPDATE "ProductImage" i SET "position" = o.place - 1
    FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o(id, place) WHERE i."id" = o.id`;
}
