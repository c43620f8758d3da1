import { may, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Reading } from '@/lib/core/context';
import { currentBrand, readBrand } from '@/lib/core/current-brand';
import { allow, found } from '@/lib/core/errors';
import { locales, type Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';
import { getOldWords, listWordsVersions, ownParts, readEachWords, type OwnWords } from '@/lib/core/own-words';
import { tryText } from '@/lib/core/try-text';
import { notices } from '@/lib/domains-notices';
import { bellKind, bellOf, everyMail, noticeParts } from '@/lib/notifications/choices/notice-parts';
import { putBackNoticeWords, saveNoticeWords } from '@/lib/notifications/commands';
import { previewMail, type MailPreview } from '@/lib/notifications/mail-texts/mail-preview';
import { bellSamplesOf, placeholdersIn, type Placeholder } from '@/lib/notifications/mail-texts/samples';
import { builtInFrame, frameSamples, type Frames } from '@/lib/notifications/own-words/every-mail';
import { noticeSettings } from '@/lib/notifications/own-words/settings';
import { renderNotification } from '@/lib/notifications/render-notification';
import { builtInBell } from '@/lib/notifications/sentences';

type Of = { kind: string; language: Locale };
type Given = Of & { shown: number; words: OwnWords };
type Values = Record<string, string | number>;

/** A bell filled with examples, or a mail around which the words stand. */
export type NoticePreview = { sentence: string } | { mail: MailPreview };

/** Every notice of the bell with its sentence as it stands, and the languages in which the brand words it. */
export async function listBells(ask: Pick<Reading, 'db'>, locale: Locale) {
  const bells = [...notices.values()].filter(isBell);
  const asked = bells.flatMap(({ kind }) => locales.map((each) => noticeSettings(bellKind(kind), each)));
  const all = await readEachWords(asked, ask.db);
  const wordsOf = (kind: string, each: Locale) => all.get(noticeSettings(bellKind(kind), each).name) ?? {};
  return bells.map((notice) => ({
    kind: notice.kind,
    sentence: ringing(notice, locale, wordsOf(notice.kind, locale)),
    own: locales.filter((each) => Object.keys(wordsOf(notice.kind, each)).length > 0),
  }));
}

/** All that the page of one bell, or of what stands in every mail, shows in a language; null where there is no such text. */
export async function getNoticeText(ask: Pick<Reading, 'db'>, { kind, language }: Of) {
  const brand = await readBrand(ask.db);
  const text = textOf(kind, language, brand.name[language]);
  if (!text) return null;
  const versions = await listWordsVersions(noticeSettings(kind, language), ask.db);
  const own = versions[0]?.words ?? {};
  return {
    shown: versions[0]?.version ?? 0,
    own: Object.keys(own).length > 0,
    parts: Object.entries(text.parts).map(([name, { builtIn, most, required }]) => ({
      ...{ name, most, required },
      value: own[name] ?? builtIn,
    })),
    placeholders: text.placeholders,
    preview: text.preview(own, brand),
    versions,
  };
}

/** Saves the words of a bell, or of what stands in every mail, or shows what they would look like. Refuses words that cannot be said. */
export async function wordNotice(actor: Actor, { act, ...given }: Given & { act: 'save' | 'preview' }) {
  allow(may(actor, 'notifications.editTexts'));
  const { kind, language, shown } = given;
  const brand = await currentBrand(reading(actor).db);
  const text = found(textOf(kind, language, brand.name[language]));
  const builtIn = Object.fromEntries(Object.entries(text.parts).map(([name, part]) => [name, part.builtIn]));
  const words = ownParts(given.words, builtIn);
  tryAll(text, language, words);
  if (act === 'save') await transact(saveNoticeWords)(actor, { kind, language, shown, words });
  return { act, preview: text.preview(words, brand) };
}

/** Brings the words of an older version back, or the program's own. Refuses words that cannot be said any more, as saving them would be. */
export async function putBackNotice(actor: Actor, input: Of & { shown: number; version?: number }): Promise<void> {
  allow(may(actor, 'notifications.editTexts'));
  const { kind, language, shown, version } = input;
  await inTransaction(actor, async (ctx) => {
    const text = found(textOf(kind, language, (await currentBrand(ctx.db)).name[language]));
    const words = await getOldWords(noticeSettings(kind, language), version, ctx.db);
    tryAll(text, language, words);
    await putBackNoticeWords(ctx, { kind, language, shown, words });
  });
}

type Part = { builtIn: string; most: number; samples: readonly Values[]; required: readonly string[] };
type Text = {
  parts: Record<string, Part>;
  placeholders: Placeholder[];
  preview: (own: OwnWords, brand: Awaited<ReturnType<typeof readBrand>>) => NoticePreview;
};

const isBell = ({ channels }: Notice): boolean => channels.includes('app');

function textOf(kind: string, language: Locale, brand: string): Text | null {
  if (kind === everyMail) return frameText(language, brand);
  const of = bellOf(kind);
  const notice = of === null ? undefined : notices.get(of);
  return notice && isBell(notice) ? bellText(notice, language) : null;
}

function bellText(notice: Notice, language: Locale): Text {
  const { samples, required } = bellSamplesOf(notice, language);
  const builtIn = builtInBell(language, notice.kind);
  return {
    parts: { sentence: { ...noticeParts.bell.sentence, builtIn, samples, required } },
    placeholders: placeholdersIn(samples, required),
    preview: (own) => ({ sentence: ringing(notice, language, own) }),
  };
}

function frameText(language: Locale, brand: string): Text {
  const samples = frameSamples(language, brand);
  const builtIn = builtInFrame(language);
  const { greeting, footer } = noticeParts.everyMail;
  return {
    parts: {
      greeting: { ...greeting, ...samples.greeting, builtIn: builtIn.greeting },
      footer: { ...footer, ...samples.footer, builtIn: builtIn.footer },
    },
    placeholders: [samples.greeting, samples.footer].flatMap((each) => placeholdersIn(each.samples, each.required)),
    preview: (own, now) => ({ mail: previewMail(example(), language, new Map(), now, { [language]: own } as Frames) }),
  };
}

// One that every shop knows.
const example = (): Notice => notices.get('order.shipped')!;

function ringing(notice: Notice, locale: Locale, own: OwnWords): string {
  return renderNotification(notice, locale, bellSamplesOf(notice, locale).samples[0]!, own);
}

function tryAll({ parts }: Text, locale: Locale, words: OwnWords): void {
  for (const [name, text] of Object.entries(words)) {
    const part = found(parts[name]);
    tryText(name, text, { locale, samples: part.samples, required: part.required });
  }
}
