import { getAwaitedImage, recordFetchedImage, retryImage } from '@/lib/catalog/commands/fetched-image';
import { system } from '@/lib/core/actor';
import { inTransaction, reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { clock } from '@/lib/core/time';
import { FetchRefused, guardedFetch, type GuardedFetch } from '@/lib/outside/fetch';
import { runSlow } from '@/lib/outside/slow';
import { MAX_IMAGE_BYTES, type ProcessedImage } from '@/lib/outside/storage';
import { keepPicture } from '@/lib/outside/storage/keep-picture';

const longerSide = 2000;

export type Surroundings = { fetch?: GuardedFetch; now?: Date };

/** Brings a product's remote picture home. Unreachable, it is tried again later and ever more rarely; the product is whole all the while. */
export async function fetchImage(
  imageId: string,
  { fetch = guardedFetch, now = clock() }: Surroundings = {},
): Promise<void> {
  const address = await getAwaitedImage(reading(system, now), { imageId });
  if (!address) return;
  const file = await bringPicture(address, fetch).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    log.info({ imageId, code: error.code }, 'picture not fetched');
    return null;
  });
  if (!file) return inTransaction(system, (ctx) => retryImage(ctx, { imageId }), { now });
  const path = await keepPicture(file);
  await inTransaction(system, (ctx) => recordFetchedImage(ctx, { imageId, file, path }), { now });
}

/** The picture at an address of another site, in the size and form in which we keep pictures. */
export async function bringPicture(address: string, fetch: GuardedFetch): Promise<ProcessedImage> {
  const { ok, status, body } = await fetch(address, { maxBytes: MAX_IMAGE_BYTES, accept: ['image/'] });
  if (!ok) throw new FetchRefused('unreachable', `answered ${status}`);
  return runSlow('picture', { file: body, max: longerSide }, { owner: 'fetched' });
}
