import { addPictures, tooManyPictures, type NewPicture } from '@/lib/catalog/commands/add-pictures';
import { pictureMost } from '@/lib/catalog/choices/picture-most';
import type { AddPictures } from '@/lib/catalog/picture-schema';
import { canEditProducts } from '@/lib/catalog/policy';
import { countPictures } from '@/lib/catalog/queries/staff-products';
import type { Actor } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';

import { keepImage } from './keep-image';

/**
 * Keeps the pictures that a form brought and puts them behind a product's others. One that cannot be read stops no other: the rest
 * is kept, and the refusal names it.
 */
export async function bringPictures(actor: Actor, { productId, pictures }: AddPictures): Promise<{ added: number }> {
  allow(canEditProducts(actor));
  // Nothing is decoded for a product that is full; whoever comes at the same moment is counted when they are added.
  if ((await countPictures(reading(actor), { productId })) + pictures.length > pictureMost.pictures)
    throw tooManyPictures();
  const kept: NewPicture[] = [];
  const refused: { name: string; why: Refused }[] = [];
  for (const file of pictures) {
    const picture = await keepImage(actor, { file: Buffer.from(await file.arrayBuffer()) }).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      refused.push({ name: file.name, why: error });
      return null;
    });
    if (picture) kept.push(picture);
  }
  if (kept.length > 0) await transact(addPictures)(actor, { productId, pictures: kept });
  const [first] = refused;
  if (!first) return { added: kept.length };
  if (pictures.length === 1)
    throw new Refused(first.why.code, 'picture refused', { ...first.why.detail, field: 'pictures' });
  const values = { kept: kept.length, refused: refused.length, name: first.name };
  throw new Refused('some-pictures-refused', 'not every picture was kept', { field: 'pictures', values });
}
