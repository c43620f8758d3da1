import type { Ctx, Reading } from '@/lib/core/context';
import { recordFile, type StoredFile } from '@/lib/core/files';
import { enqueue } from '@/lib/core/jobs';
import { mostAttempts, waitAfter } from '@/lib/core/picture-retries';
import { after } from '@/lib/core/time';

import { fetchImageJob } from '../jobs';

/** The address of a product's picture that waits to be fetched; null when it does not wait. */
export async function getAwaitedImage(
  { db }: Pick<Reading, 'db'>,
  { imageId }: { imageId: string },
): Promise<string | null> {
  const row = await db.productImage.findUnique({ where: { id: imageId }, select: { state: true, remoteUrl: true } });
  return row?.state === 'PENDING' ? row.remoteUrl : null;
}

/** Shows a product's picture now that it has been fetched. */
export async function recordFetchedImage(
  ctx: Ctx,
  { imageId, file, path }: { imageId: string; file: StoredFile; path: string },
): Promise<void> {
  await recordFile(ctx, file);
  const kept = await ctx.db.productImage.updateManyAndReturn({
    where: { id: imageId, state: 'PENDING' },
    data: { state: 'READY', path, fileId: file.sha256, attempts: { increment: 1 } },
    select: { product: { select: { handle: true } } },
  });
  for (const { product } of kept) ctx.touch('products', `product:${product.handle}`);
}

/** Has an unreachable picture tried again, ever more rarely, and at last given up. */
export async function retryImage(ctx: Ctx, { imageId }: { imageId: string }): Promise<void> {
  const [image] = await ctx.db.productImage.updateManyAndReturn({
    where: { id: imageId, state: 'PENDING' },
    data: { attempts: { increment: 1 } },
    select: { attempts: true },
  });
  if (!image) return;
  if (image.attempts >= mostAttempts) {
    await ctx.db.productImage.update({ where: { id: imageId }, data: { state: 'FAILED' }, select: { id: true } });
    return;
  }
  await enqueue(ctx.db, fetchImageJob, { imageId }, { runAt: after(ctx.now, waitAfter(image.attempts)) });
}
