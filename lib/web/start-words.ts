import type { StartWords } from '@/lib/brand/choices/start-parts';
import { sayStart, startSettings } from '@/lib/brand/start-words';
import type { Locale } from '@/lib/core/locale';
import { readSettings, settingsTag } from '@/lib/core/shop-settings';

import { publicBrand } from './brand';
import { live } from './live';

/** The words of the start page, the brand's own where it has some; the page is made again when others are saved. */
export async function startWords(locale: Locale): Promise<StartWords> {
  return sayStart(locale, await ownWords(locale), await publicBrand());
}

async function ownWords(locale: Locale) {
  'use cache';
  const settings = startSettings(locale);
  live(settingsTag(settings));
  return (await readSettings(settings)).words;
}
