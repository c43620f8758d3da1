import { showPictureInProducts } from '@/lib/catalog/commands';
import { system } from '@/lib/core/actor';
import { inTransaction, reading, type Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { getAwaitedPicture, recordFetchedPicture, retryPicture } from '@/lib/core/fetched-picture';
import { log } from '@/lib/core/log';
import { clock } from '@/lib/core/time';
import { showPictureInPosts } from '@/lib/forum/commands';
import { guardedFetch } from '@/lib/outside/fetch';
import type { ProcessedImage } from '@/lib/outside/storage';
import { keepPicture } from '@/lib/outside/storage/keep-picture';
import { showPictureInPages } from '@/lib/pages/commands';

import { bringPicture, type Surroundings } from './fetch-image';

/** Brings a picture that imported texts show to our storage, and has them show our copy. Unreachable, it is tried again ever more rarely. */
export async function fetchRemotePicture(
  pictureId: string,
  { fetch = guardedFetch, now = clock() }: Surroundings = {},
): Promise<void> {
  const address = await getAwaitedPicture(reading(system, now), { pictureId });
  if (!address) return;
  const file = await bringPicture(address, fetch).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    log.info({ pictureId, code: error.code }, 'picture not fetched');
    return null;
  });
  if (!file) return inTransaction(system, (ctx) => retryPicture(ctx, { pictureId }), { now });
  const path = await keepPicture(file);
  await inTransaction(system, (ctx) => show(ctx, { pictureId, file, path }), { now });
}

async function show(ctx: Ctx, fetched: { pictureId: string; file: ProcessedImage; path: string }): Promise<void> {
  const uses = await recordFetchedPicture(ctx, fetched);
  if (!uses) return;
  const { url, postIds, productIds, pageIds } = uses;
  await showPictureInPosts(ctx, { postIds, url, path: fetched.path });
  await showPictureInProducts(ctx, { productIds, url, path: fetched.path });
  await showPictureInPages(ctx, { pageIds, url, path: fetched.path });
}
