import { isMember, type Actor, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { recordFile } from '@/lib/core/files';
import { spend } from '@/lib/core/limits';
import { limits } from '@/lib/catalog/limits';
import { runSlow } from '@/lib/outside/slow';
import { keepPicture } from '@/lib/outside/storage/keep-picture';

export type KeptImage = { url: string; sha256: string; width: number; height: number };

/** Refuses actors who may not upload pictures, before a body is read. */
export function requirePictures(actor: Actor): asserts actor is SignedIn {
  if (!isMember(actor)) throw new Refused('signed-out');
  if (!actor.confirmed) throw new Refused('unconfirmed');
}

/** Keeps a picture that a confirmed member brings: read by its bytes, without what the camera noted, named by its content. */
export async function keepImage(
  actor: Actor,
  { file, max = 2000, still }: { file: Buffer; max?: number; still?: boolean },
): Promise<KeptImage> {
  requirePictures(actor);
  const { db, now } = reading(actor);
  await spend(db, limits.upload, actor.id, now);
  const picture = await runSlow('picture', { file, max, still }, { owner: actor.id, first: true });
  const url = await keepPicture(picture);
  await recordFile({ db, now }, picture, actor.id);
  return { url, sha256: picture.sha256, width: picture.width, height: picture.height };
}
