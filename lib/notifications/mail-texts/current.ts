import { db, type Db } from '@/lib/core/db';
import { locales, type Locale } from '@/lib/core/locale';
import { remembered } from '@/lib/core/remembered';

import { mailParts, type MailWords } from '../choices/mail-parts';

/** The mails that a brand words itself, by kind and language. */
export type MailTexts = ReadonlyMap<string, MailWords>;

/** The words that a brand gave a mail in a language; nothing where the program's own hold. */
export const textOf = (texts: MailTexts, kind: string, locale: Locale): MailWords | undefined =>
  texts.get(`${kind} ${locale}`);

const kept = remembered<MailTexts>({
  name: 'mail texts',
  holds: 'The mails that the brand words itself, which are read again after four seconds.',
  bytes: 8 * 1024 * 1024,
  sizeOf: (texts) => 2 * JSON.stringify([...texts]).length,
});

// Kinds times languages, with room for those that a later version brings.
const most = 1_000;

/** Reads from the database which mails are worded by the brand. */
export async function readMailTexts(from: Pick<Db, '$queryRaw'> = db): Promise<MailTexts> {
  const rows = await from.$queryRaw<(Row & { kind: string; locale: string })[]>`
    SELECT DISTINCT ON ("kind", "locale") "kind", "locale", "subject", "heading", "body", "button" FROM "MailText"
    ORDER BY "kind", "locale", "version" DESC LIMIT ${most}`;
  return new Map(
    rows.flatMap((row) => {
      const words = wordsOf(row);
      return words && (locales as readonly string[]).includes(row.locale)
        ? [[`${row.kind} ${row.locale}`, words] as const]
        : [];
    }),
  );
}

type Row = { subject: string | null; heading: string | null; body: string | null; button: string | null };

/** The words of a version; nothing for one by which the program's own came back. */
export function wordsOf({ subject, heading, body, button }: Row): MailWords | null {
  if (subject === null || heading === null || body === null) return null;
  return { subject, heading, body, ...(button !== null && { button }) };
}

/** The words as a row keeps them. */
export const rowOf = (words: MailWords | null): Row =>
  Object.fromEntries(mailParts.map((part) => [part, words?.[part] ?? null])) as Row;

/** Which mails are worded by the brand; at most five seconds old in every process. */
export function currentMailTexts(from: Pick<Db, '$queryRaw'> = db): Promise<MailTexts> {
  return kept.get(() => readMailTexts(from));
}

/** Reads it anew at the next question: this process has just saved other words. */
export function forgetMailTexts(): void {
  kept.forget();
}
