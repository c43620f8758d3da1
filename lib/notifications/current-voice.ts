import { currentBrand } from '@/lib/core/current-brand';
import type { Db } from '@/lib/core/db';

import { currentMailTexts } from './mail-texts/current';
import { currentFrames } from './own-words/every-mail';
import type { Voice } from './render-mail';

/** In whose name mails are said as it stands: brand and own words, at most five seconds old in every process. */
export async function currentVoice(from: Pick<Db, 'brandVersion' | 'settingsVersion' | '$queryRaw'>): Promise<Voice> {
  // One after the other: inside a transaction they have one connection.
  const brand = await currentBrand(from);
  const texts = await currentMailTexts(from);
  return { brand, texts, frames: await currentFrames(from) };
}
