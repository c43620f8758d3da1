import { may } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { OwnWords } from '@/lib/core/own-words';
import { saveSettings } from '@/lib/core/shop-settings';

import { noticeSettings } from './settings';

type Saving = { kind: string; language: Locale; shown: number; words: OwnWords };

/** Gives a bell, or what stands in every mail, the brand's own words in one language, as a new version; the flow has tried them. Refuses as saveSettings does. */
export async function saveNoticeWords(ctx: Ctx, saving: Saving): Promise<void> {
  allow(may(ctx.actor, 'notifications.editTexts'));
  await save(ctx, 'noticeText.save', saving);
}

/** The same for the words of an older version, or none where the program's own come back. */
export async function putBackNoticeWords(ctx: Ctx, saving: Saving): Promise<void> {
  allow(may(ctx.actor, 'notifications.editTexts'));
  await save(ctx, 'noticeText.putBack', saving);
}

async function save(ctx: Ctx, act: string, { kind, language, shown, words }: Saving): Promise<void> {
  const done = { act, subject: ['noticeText', `${kind} ${language}`] as [string, string] };
  await saveSettings(ctx, noticeSettings(kind, language), { shown, data: { words }, act: done });
}
