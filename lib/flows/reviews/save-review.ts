import type { Actor } from '@/lib/core/actor';
import { transact, type Options } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { keepImage, requirePictures } from '@/lib/flows/catalog/keep-image';
import { writeReview } from '@/lib/reviews/commands';
import type { ReviewWords, WriteReviewForm } from '@/lib/reviews/schema';

/** Keeps the photos that a form brought, then writes the review with them; a photo that cannot be read stops it, and is named. */
export async function saveReview(
  actor: Actor,
  { photos, keep, ...words }: WriteReviewForm,
  options?: Options,
): Promise<{ id: string; handle: string }> {
  requirePictures(actor);
  const kept: ReviewWords['photos'] = keep.map((sha256) => ({ sha256 }));
  for (const photo of photos.filter(({ size }) => size > 0)) kept.push(await bring(actor, photo));
  const once = new Map(kept.map((each) => [each.sha256, each]));
  return transact(writeReview)(actor, { ...words, photos: [...once.values()] }, options);
}

async function bring(actor: Actor, photo: File): Promise<{ sha256: string; url: string }> {
  try {
    return await keepImage(actor, { file: Buffer.from(await photo.arrayBuffer()) });
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'rate-limited') throw error;
    throw new Refused(error.code, 'photo refused', { ...error.detail, field: 'photos' });
  }
}
