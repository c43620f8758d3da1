import { z } from 'zod';

import { maybeLine, multiLine, oneLine } from '@/lib/core/fields';
import { language, orNothing, rowNumber } from '@/lib/core/pieces';
import { cleanText } from '@/lib/core/sanitize';
import { whole } from '@/lib/core/whole-number';
import type { Locale, Localized } from '@/lib/core/locale';

import { mailPartMost } from './choices/mail-parts';
import { noticeParts } from './choices/notice-parts';
import { boxOf, channelsOf, staffKinds, type StaffChannel, type StaffKind } from './choices/staff-kinds';

/** What fills a sentence; what both languages have a word for comes in both, as its reader may turn from one to the other. */
export type Words = Record<string, string | number | Localized>;

/** A recipient of a notice whose data were checked, and are stored and rendered as they are. */
export type Filled = { memberId: string; data: Words; mailData: Words; path?: string; mailbox?: Mailbox };

/** Where and how somebody is written to who gave another mailbox than their member's, such as a guest who buys. */
export type Mailbox = { to: string; name: string; locale: Locale; path: string };

/** Begins a new line inside one paragraph of a mail. Nothing that comes from outside holds it: cleaned text has another line end. */
export const lineBreak = '\u2028';

/** Words as they are stored: without what the database takes for no text, such as half of a character that something was cut through. */
export function storable(words: Words = {}): Words {
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, storableWord(word)])) as Words;
}

function storableWord(word: Words[string]): Words[string] {
  if (typeof word === 'string') return word.split(lineBreak).map(cleanText).join(lineBreak);
  return typeof word === 'object' ? (storable(word) as Localized) : word;
}

/** The words as a sentence of one language takes them. */
export function wordsIn(locale: Locale, words: Words): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(words).map(([name, word]) => [name, typeof word === 'object' ? word[locale] : word]),
  );
}

// Two or three words with dots between them; whether there is one of this name, the flow asks.
const mailKind = z
  .string()
  .max(80)
  .regex(/^[A-Za-z]+(\.[A-Za-z]+)+$/);

/** A mail as its form words it. Whether its kind is one, and whether the words can be said of it, the flow asks. */
export const mailTextInput = z.object({
  kind: mailKind,
  language,
  shown: whole(0, 2_000_000_000),
  act: z.enum(['save', 'preview']).default('save'),
  subject: oneLine(mailPartMost.subject),
  heading: oneLine(mailPartMost.heading),
  body: multiLine(mailPartMost.body),
  button: maybeLine(mailPartMost.button),
});

/** Which mail gets the words of an older version, or the program's own where none is named. */
export const putBackMailTextInput = z.object({
  kind: mailKind,
  language,
  shown: whole(0, 2_000_000_000),
  version: orNothing(rowNumber.optional()),
});

/** The words of a bell, or of what stands in every mail: of each, the fields that the other has are left empty. Whether there is such a text, the flow asks. */
export const noticeTextInput = z
  .object({
    kind: mailKind,
    language,
    shown: whole(0, 2_000_000_000),
    act: z.enum(['save', 'preview']).default('save'),
    sentence: maybeLine(noticeParts.bell.sentence.most),
    greeting: maybeLine(noticeParts.everyMail.greeting.most),
    footer: maybeLine(noticeParts.everyMail.footer.most),
  })
  .transform(({ sentence, greeting, footer, ...of }) => ({ ...of, words: { sentence, greeting, footer } }));

export const sendMailTextInput = z.object({ kind: mailKind, language });

export type Choices = Partial<Record<StaffKind, StaffChannel[]>>;

/** Each box of the form is a kind and a channel by its name. */
export const staffNoticesInput = z
  .partialRecord(
    z.enum(staffKinds.flatMap((kind) => channelsOf(kind).map((each) => boxOf(kind, each)))),
    z.literal('on'),
  )
  .transform((ticked) => ({
    choices: Object.fromEntries(
      staffKinds.map((kind) => [kind, channelsOf(kind).filter((each) => ticked[boxOf(kind, each)] === 'on')]),
    ) as Choices,
  }));

/** Only the address of a host on the open internet, by https: what a name leads to is looked at whenever something is sent. */
export const staffWebhookInput = z.object({
  address: z
    .string()
    .trim()
    .max(500)
    .refine((address) => {
      const url = URL.canParse(address) ? new URL(address) : null;
      return url?.protocol === 'https:' && !url.username && !url.password && ['', '443'].includes(url.port);
    }, 'code:webhook-address'),
});
