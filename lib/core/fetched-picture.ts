import type { Ctx, Reading } from './context';
import { recordFile, type StoredFile } from './files';
import { enqueue } from './jobs';
import { mostAttempts, waitAfter } from './picture-retries';
import { fetchRemotePictureJob } from './remote-pictures';
import { after } from './time';

/** The address of a picture that waits to be fetched; null when it does not wait. */
export async function getAwaitedPicture(
  { db }: Pick<Reading, 'db'>,
  { pictureId }: { pictureId: string },
): Promise<string | null> {
  const row = await db.remotePicture.findUnique({ where: { id: pictureId }, select: { state: true, url: true } });
  return row?.state === 'PENDING' ? row.url : null;
}

/** Where a fetched picture came from, and the texts that show it. */
export type PictureUses = { url: string; postIds: string[]; productIds: string[]; pageIds: string[] };

/**
 * Notes that a picture has been fetched and answers which texts show it; null when it no longer waited. The picture's row
 * comes first: an import that has just written one more text is waited for, and seen.
 */
export async function recordFetchedPicture(
  ctx: Ctx,
  { pictureId, file, path }: { pictureId: string; file: StoredFile; path: string },
): Promise<PictureUses | null> {
  await recordFile(ctx, file);
  const [kept] = await ctx.db.remotePicture.updateManyAndReturn({
    where: { id: pictureId, state: 'PENDING' },
    data: { state: 'READY', path, fileId: file.sha256, attempts: { increment: 1 } },
    select: { url: true },
  });
  if (!kept) return null;
  const uses = await ctx.db.remotePictureUse.findMany({
    where: { pictureId },
    select: { postId: true, productId: true, pageId: true },
  });
  return {
    url: kept.url,
    postIds: uses.flatMap(({ postId }) => postId ?? []).toSorted(),
    productIds: uses.flatMap(({ productId }) => productId ?? []).toSorted(),
    pageIds: uses.flatMap(({ pageId }) => pageId ?? []).toSorted(),
  };
}

/** Has an unreachable picture tried again, ever more rarely, and at last given up. */
export async function retryPicture(ctx: Ctx, { pictureId }: { pictureId: string }): Promise<void> {
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
