import { isMember, type Actor, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { limits } from '@/lib/catalog/limits';
import { runSlow } from '@/lib/outside/slow';
import { openStorage } from '@/lib/outside/storage/open-storage';

export type KeptImage = { url: string; sha256: string; width: number; height: number };

/** Refuses whoever may not bring pictures at all, so that none need be read first. */
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
  const { bytes, mime, width, height, sha256 } = await runSlow(
    'picture',
    { file, max, still },
    { owner: actor.id, first: true },
  );
  const storage = openStorage();
  await storage.put(`${sha256}.webp`, bytes, mime);
  await db.file.createMany({
    data: [{ sha256, mime, bytes: bytes.length, width, height, uploaderId: actor.id, createdAt: now }],
    skipDuplicates: true,
  });
  return { url: storage.url(`${sha256}.webp`), sha256, width, height };
}
