import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { pictureMost } from '../choices/picture-most';
import { canEditProducts } from '../policy';
import { lockPictures } from './lock-pictures';

export type NewPicture = { sha256: string; url: string };

/** Puts pictures that storage holds behind the others of a product, as long as it has fewer than it may have. */
export async function addPictures(
  ctx: Ctx,
  { productId, pictures }: { productId: string; pictures: NewPicture[] },
): Promise<{ added: number }> {
  allow(canEditProducts(ctx.actor));
  const product = found(await lockPictures(ctx, { productId }));
  const { _count, _max } = await ctx.db.productImage.aggregate({
    where: { productId },
    _count: true,
    _max: { position: true },
  });
  if (_count + pictures.length > pictureMost.pictures) throw tooManyPictures();
  const next = (_max.position ?? -1) + 1;
  await ctx.db.productImage.createMany({
    data: pictures.map(({ sha256, url }, at) => ({
      ...{ productId, position: next + at, path: url, fileId: sha256, state: 'READY' as const },
    })),
  });
  const detail = { title: product.title, count: pictures.length };
  await audit(ctx, { act: 'product.addPictures', subject: ['product', productId], detail });
  ctx.touch('products', `product:${product.handle}`, 'drops', 'home');
  return { added: pictures.length };
}

/** The refusal of one picture more than a product can have. */
export const tooManyPictures = () =>
  new Refused('too-many-pictures', 'more pictures than a product can have', {
    field: 'pictures',
    values: { most: pictureMost.pictures },
  });
