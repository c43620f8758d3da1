import { may, memberId, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Reading } from '@/lib/core/context';
import { currentBrand, readBrand } from '@/lib/core/current-brand';
import { allow, found } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { locales, type Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';
import { notices } from '@/lib/domains-notices';
import { addressOf } from '@/lib/members/queries/team';
import { putBackMailText, saveMailText } from '@/lib/notifications/commands';
import { currentVoice } from '@/lib/notifications/current-voice';
import { limits } from '@/lib/notifications/limits';
import { readMailTexts, textOf, type MailTexts } from '@/lib/notifications/mail-texts/current';
import type { MailWords } from '@/lib/notifications/choices/mail-parts';
import { exampleOf, previewMail } from '@/lib/notifications/mail-texts/mail-preview';
import { getOldMailWords, listMailTextVersions } from '@/lib/notifications/mail-texts/queries';
import { placeholdersOf } from '@/lib/notifications/mail-texts/samples';
import { tryWords } from '@/lib/notifications/mail-texts/try-words';
import { currentFrames } from '@/lib/notifications/own-words/every-mail';
import { renderMail } from '@/lib/notifications/render-mail';
import { builtInWords } from '@/lib/notifications/sentences';
import { writeMails } from '@/lib/notifications/write-mails';
import { requireMail } from '@/lib/outside/mail';

type Of = { kind: string; language: Locale };
type Given = Of & { shown: number; subject: string; heading: string; body: string; button: string };

const byMail = [...notices.values()].filter(({ channels }) => channels.includes('mail'));

/** Every kind of mail with its subject as it stands, and the languages in which the brand words it. */
export async function listMailTexts(ask: Pick<Reading, 'db'>, locale: Locale) {
  const texts = await readMailTexts(ask.db);
  const brand = await readBrand(ask.db);
  return byMail.map((notice) => ({
    kind: notice.kind,
    subject: previewMail(notice, locale, texts, brand, {}).subject,
    own: locales.filter((each) => textOf(texts, notice.kind, each)),
  }));
}

/** All that the page of one mail shows in a language; null where there is no such mail. */
export async function getMailText(ask: Pick<Reading, 'db'>, { kind, language }: Of) {
  const notice = mailOf(kind);
  if (!notice) return null;
  const versions = await listMailTextVersions(ask, { kind, locale: language });
  const [brand, frames] = [await readBrand(ask.db), await currentFrames(ask.db)];
  const built = builtInWords(language, kind);
  const own = versions[0]?.words ?? null;
  return {
    shown: versions[0]?.version ?? 0,
    own: own !== null,
    words: own ?? built,
    leads: notice.path !== undefined,
    placeholders: placeholdersOf(notice, language),
    preview: previewMail(notice, language, textsOf({ kind, language }, own ?? built), brand, frames),
    versions,
  };
}

/** Saves the words of a mail as the brand's own, or shows what they would look like. Refuses words that cannot be said. */
export async function wordMail(actor: Actor, { act, ...given }: Given & { act: 'save' | 'preview' }) {
  allow(may(actor, 'notifications.editTexts'));
  const { kind, language, shown } = given;
  const notice = found(mailOf(kind));
  const words = wordsIn(notice, given);
  tryWords(notice, language, words);
  if (act === 'save') await transact(saveMailText)(actor, { kind, language, shown, words });
  const { db } = reading(actor);
  const [brand, frames] = [await currentBrand(db), await currentFrames(db)];
  return { act, preview: previewMail(notice, language, textsOf({ kind, language }, words), brand, frames) };
}

/** Brings the words of an older version back, or the program's own. Refuses words that cannot be said any more, as saving them would be. */
export async function putBackMail(actor: Actor, input: Of & { shown: number; version?: number }): Promise<void> {
  allow(may(actor, 'notifications.editTexts'));
  const notice = found(mailOf(input.kind));
  const { kind, language, version } = input;
  await inTransaction(actor, async (ctx) => {
    const words = version === undefined ? null : await getOldMailWords(ctx, { kind, language, version });
    if (words) tryWords(notice, language, words);
    await putBackMailText(ctx, input);
  });
}

/** Mails the actor one of the mails as it stands, filled with examples. */
export async function sendMailText(actor: Actor, { kind, language }: Of): Promise<void> {
  allow(may(actor, 'notifications.editTexts'));
  const notice = found(mailOf(kind));
  requireMail();
  const id = found(memberId(actor));
  const { db, now } = reading(actor);
  await spend(db, limits.mailTextTrial, id, now);
  await inTransaction(actor, async (ctx) => {
    const to = found(await addressOf(ctx, id));
    const { reader, filled } = exampleOf(notice, language);
    const texts = await readMailTexts(ctx.db);
    const rendered = renderMail(notice, reader, filled, { ...(await currentVoice(ctx.db)), texts });
    const letter = { ...rendered, key: `mail-text:${ctx.requestId}`, to, locale: language, memberId: id };
    await writeMails(ctx, 'mail.tested', ctx.now, [letter]);
  });
}

function mailOf(kind: string): Notice | undefined {
  const notice = notices.get(kind);
  return notice?.channels.includes('mail') ? notice : undefined;
}

// A mail that leads nowhere has no button, whatever a form sends.
function wordsIn(notice: Notice, given: Given): MailWords {
  const { subject, heading, body, button } = given;
  return { subject, heading, body, ...(notice.path && button && { button }) };
}

const textsOf = ({ kind, language }: Of, words: MailWords): MailTexts => new Map([[`${kind} ${language}`, words]]);
