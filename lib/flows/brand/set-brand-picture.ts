import { saveBrand } from '@/lib/brand/commands';
import type { BrandPicture } from '@/lib/brand/choices/pictures';
import { limits } from '@/lib/brand/limits';
import { may, memberId, type Actor } from '@/lib/core/actor';
import { neutralBrand } from '@/lib/core/brand';
import { reading, transact } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';
import { recordFile } from '@/lib/core/files';
import { spend } from '@/lib/core/limits';
import type { Locale } from '@/lib/core/locale';
import { runSlow } from '@/lib/outside/slow';
import { ImageRefused } from '@/lib/outside/storage/image-refused';
import { keepPicture } from '@/lib/outside/storage/keep-picture';

// A logo keeps its shape, an icon is square, and a card is what networks show, 1200 by 630 (https://ogp.me).
const logo = { width: 512, height: 512, fit: 'inside' } as const;
const boxes = {
  mark: logo,
  markDark: logo,
  icon: { width: 512, height: 512, fit: 'contain' },
  card: { width: 1200, height: 630, fit: 'cover' },
} as const;

type Input = { part: BrandPicture; file: Buffer | null; shown: number; locale: Locale };

/** Puts a picture in the place of one of the brand's as a new version, or what comes with the program back where there is no file: for the logo of dark pages, none. */
export async function setBrandPicture(
  actor: Actor,
  { part, file, shown, locale }: Input,
): Promise<{ version: number }> {
  allow(may(actor, 'brand.manage'));
  const path = file ? await keep(actor, part, file) : neutralBrand[part];
  return transact(saveBrand)(actor, { shown, locale, data: { [part]: path } });
}

async function keep(actor: Actor, part: BrandPicture, file: Buffer): Promise<string> {
  const owner = found(memberId(actor));
  const { db, now } = reading(actor);
  await spend(db, limits.picture, owner, now);
  const picture = await runSlow('emblem', { file, box: boxes[part] }, { owner, first: true }).catch(refuseInWords);
  const path = await keepPicture(picture);
  await recordFile({ db, now }, picture, owner);
  return path;
}

// What takes too long is called too complex, which for texts has words of its own.
function refuseInWords(error: unknown): never {
  throw error instanceof Refused && error.code === 'too-complex' ? new ImageRefused('drawing-too-complex') : error;
}
