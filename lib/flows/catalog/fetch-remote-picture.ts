import { showPictureInProducts } from '@/lib/catalog/commands';
import { system } from '@/lib/core/actor';
import { inTransaction, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { enqueue } from '@/lib/core/jobs';
import { log } from '@/lib/core/log';
import { after, clock } from '@/lib/core/time';
import { showPictureInPosts } from '@/lib/forum/commands';
import { guardedFetch } from '@/lib/outside/fetch';
import type { ProcessedImage } from '@/lib/outside/storage';
import { openStorage } from '@/lib/outside/storage/open-storage';

import { bringPicture, mostAttempts, waitAfter, type Surroundings } from './fetch-image';
import { fetchRemotePictureJob } from '@/lib/core/remote-pictures';

/** Brings a picture that imported texts show to our storage, and has them show our copy. Unreachable, it is tried again ever more rarely. */
export async function fetchRemotePicture(
  pictureId: string,
  { fetch = guardedFetch, now = clock() }: Surroundings = {},
): Promise<void> {
  const wanted = await db.remotePicture.findUnique({ where: { id: pictureId }, select: { state: true, url: true } });
  if (wanted?.state !== 'PENDING') return;
  const picture = await bringPicture(wanted.url, fetch).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    log.info({ pictureId, code: error.code }, 'picture not fetched');
    return null;
  });
  if (!picture) return inTransaction(system, (ctx) => tryLater(ctx, pictureId), { now });
  const key = `${picture.sha256}.webp`;
  const storage = openStorage();
  await storage.put(key, picture.bytes, picture.mime);
  await inTransaction(system, (ctx) => keep(ctx, pictureId, picture, storage.url(key)), { now });
}

// The picture's row first, then the texts: an import that has just written one more text is waited for, and seen.
async function keep(
  ctx: Ctx,
  pictureId: string,
  { sha256, mime, bytes, width, height }: ProcessedImage,
  path: string,
): Promise<void> {
  await ctx.db.file.createMany({
    data: [{ sha256, mime, bytes: bytes.length, width, height, createdAt: ctx.now }],
    skipDuplicates: true,
  });
  const [kept] = await ctx.db.remotePicture.updateManyAndReturn({
    where: { id: pictureId, state: 'PENDING' },
    data: { state: 'READY', path, fileId: sha256, attempts: { increment: 1 } },
    select: { url: true },
  });
  if (!kept) return;
  const uses = await ctx.db.remotePictureUse.findMany({
    where: { pictureId },
    select: { postId: true, productId: true },
  });
  const postIds = uses.flatMap(({ postId }) => postId ?? []).toSorted();
  const productIds = uses.flatMap(({ productId }) => productId ?? []).toSorted();
  await showPictureInPosts(ctx, { postIds, url: kept.url, path });
  await showPictureInProducts(ctx, { productIds, url: kept.url, path });
}

async function tryLater(ctx: Ctx, pictureId: string): Promise<void> {
  const [picture] = await ctx.db.remotePicture.updateManyAndReturn({
    where: { id: pictureId, state: 'PENDING' },
    data: { attempts: { increment: 1 } },
    select: { attempts: true },
  });
  if (!picture) return;
  if (picture.attempts >= mostAttempts) {
    await ctx.db.remotePicture.update({ where: { id: pictureId }, data: { state: 'FAILED' }, select: { id: true } });
    return;
  }
  await enqueue(ctx.db, fetchRemotePictureJob, { pictureId }, { runAt: after(ctx.now, waitAfter(picture.attempts)) });
}
