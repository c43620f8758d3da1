import { system } from '@/lib/core/actor';
import { inTransaction, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { enqueue } from '@/lib/core/jobs';
import { log } from '@/lib/core/log';
import { after, clock, day, minute } from '@/lib/core/time';
import { FetchRefused, guardedFetch, type GuardedFetch } from '@/lib/outside/fetch';
import { runSlow } from '@/lib/outside/slow';
import { MAX_IMAGE_BYTES, type ProcessedImage } from '@/lib/outside/storage';
import { openStorage } from '@/lib/outside/storage/open-storage';
import { fetchImageJob } from '@/lib/catalog/jobs';

export const mostAttempts = 8;
const longerSide = 2000;

export type Surroundings = { fetch?: GuardedFetch; now?: Date };

/** Brings a product's remote picture home. Unreachable, it is tried again later and ever more rarely; the product is whole all the while. */
export async function fetchImage(
  imageId: string,
  { fetch = guardedFetch, now = clock() }: Surroundings = {},
): Promise<void> {
  const image = await db.productImage.findUnique({ where: { id: imageId }, select: { state: true, remoteUrl: true } });
  if (image?.state !== 'PENDING' || !image.remoteUrl) return;
  const picture = await bringPicture(image.remoteUrl, fetch).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    log.info({ imageId, code: error.code }, 'picture not fetched');
    return null;
  });
  if (!picture) return inTransaction(system, (ctx) => tryLater(ctx, imageId), { now });
  const key = `${picture.sha256}.webp`;
  const storage = openStorage();
  await storage.put(key, picture.bytes, picture.mime);
  await inTransaction(system, (ctx) => keep(ctx, imageId, picture, storage.url(key)), { now });
}

/** The picture at an address of another site, in the size and form in which we keep pictures. */
export async function bringPicture(address: string, fetch: GuardedFetch): Promise<ProcessedImage> {
  const { ok, status, body } = await fetch(address, { maxBytes: MAX_IMAGE_BYTES, accept: ['image/'] });
  if (!ok) throw new FetchRefused('unreachable', `answered ${status}`);
  return runSlow('picture', { file: body, max: longerSide }, { owner: 'fetched' });
}

async function keep(
  ctx: Ctx,
  imageId: string,
  { sha256, mime, bytes, width, height }: ProcessedImage,
  path: string,
): Promise<void> {
  await ctx.db.file.createMany({
    data: [{ sha256, mime, bytes: bytes.length, width, height, createdAt: ctx.now }],
    skipDuplicates: true,
  });
  const kept = await ctx.db.productImage.updateManyAndReturn({
    where: { id: imageId, state: 'PENDING' },
    data: { state: 'READY', path, fileId: sha256, attempts: { increment: 1 } },
    select: { product: { select: { handle: true } } },
  });
  for (const { product } of kept) ctx.touch('products', `product:${product.handle}`);
}

async function tryLater(ctx: Ctx, imageId: string): Promise<void> {
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

/** How long to wait after so many attempts: 1, 4, 16, 64 minutes and so on, at most a day. */
export function waitAfter(attempts: number): number {
  return Math.min(minute * 4 ** (attempts - 1), day);
}
