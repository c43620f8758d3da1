import { may } from '@/lib/core/actor';
import { readBrand } from '@/lib/core/current-brand';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { getOldWords, ownParts, type OwnWords } from '@/lib/core/own-words';
import { saveSettings } from '@/lib/core/shop-settings';
import { tryText } from '@/lib/core/try-text';

import type { StartWords } from '../choices/start-parts';
import { builtInStart, sayStart, startSettings, startValues } from '../start-words';

type Of = { language: Locale; shown: number };

/**
 * Saves the words of the start page in one language as a new version, or shows what they would look like, which writes nothing. Refuses,
 * at the part, words that cannot be said, and as saveSettings does.
 */
export async function wordStart(
  ctx: Ctx,
  { act, words: given, ...of }: Of & { act: 'save' | 'preview'; words: OwnWords },
): Promise<{ act: 'save' | 'preview'; said: StartWords }> {
  allow(may(ctx.actor, 'brand.manage'));
  const words = ownParts(given, builtInStart(of.language));
  const said = await sayTried(ctx, of.language, words);
  if (act === 'save') await save(ctx, 'startText.save', of, words);
  return { act, said };
}

/** Brings the words of an older version back, or the program's own where none is named. Refuses as saving them would. */
export async function putBackStart(ctx: Ctx, { version, ...of }: Of & { version?: number }): Promise<void> {
  allow(may(ctx.actor, 'brand.manage'));
  const words = await getOldWords(startSettings(of.language), version, ctx.db);
  await sayTried(ctx, of.language, words);
  await save(ctx, 'startText.putBack', of, words);
}

async function sayTried(ctx: Ctx, locale: Locale, words: OwnWords): Promise<StartWords> {
  const brand = await readBrand(ctx.db);
  for (const [part, text] of Object.entries(words))
    tryText(part, text, { locale, samples: [startValues(locale, brand)] });
  return sayStart(locale, words, brand);
}

async function save(ctx: Ctx, act: string, { language, shown }: Of, words: OwnWords): Promise<void> {
  await saveSettings(ctx, startSettings(language), {
    shown,
    data: { words },
    act: { act, subject: ['startText', language] },
  });
}
