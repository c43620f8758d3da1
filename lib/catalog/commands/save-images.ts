import type { Ctx } from '@/lib/core/context';
import { enqueue } from '@/lib/core/jobs';

import type { ImageInput } from '../schema';
import { fetchImageJob } from '../jobs';
import { lockPictures } from './lock-pictures';

/** Brings a product's images to the given list; a remote one already fetched keeps its file, a new one waits as PENDING. */
export async function saveImages(
  ctx: Ctx,
  productId: string,
  images: ImageInput[],
  variantIds: string[],
): Promise<void> {
  const known = await ctx.db.productImage.findMany({
    where: { productId, state: 'READY', fileId: { not: null } },
    select: { remoteUrl: true, fileId: true, path: true },
  });
  const fetched = new Map(known.map((image) => [image.remoteUrl, image]));
  // A form of its pictures that is open shows others.
  await lockPictures(ctx, { productId });
  await ctx.db.productImage.deleteMany({ where: { productId } });
  const rows = images.map(({ variant, path, ...image }, position) => {
    const file = image.remoteUrl ? fetched.get(image.remoteUrl) : undefined;
    const shown = path ?? file?.path ?? null;
    return {
      ...image,
      productId,
      position,
      path: shown,
      fileId: file?.fileId,
      variantId: variant === null ? null : variantIds[variant],
      state: shown ? ('READY' as const) : ('PENDING' as const),
    };
  });
  const saved = await ctx.db.productImage.createManyAndReturn({ data: rows, select: { id: true, state: true } });
  for (const { id, state } of saved) if (state === 'PENDING') await enqueue(ctx.db, fetchImageJob, { imageId: id });
}
