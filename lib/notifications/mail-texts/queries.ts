import type { Reading } from '@/lib/core/context';
import { found } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { plainName } from '@/lib/members/published';

import { wordsOf } from './current';
import type { MailWords } from '../choices/mail-parts';

/** A version of a mail's words in their history; without words the program's own came back by it. */
export type MailTextVersion = { version: number; words: MailWords | null; at: Date; by: { name: string } | null };

const most = 20;

/** The newest versions of a mail's words in a language, the newest first. */
export async function listMailTextVersions(
  { db }: Pick<Reading, 'db'>,
  { kind, locale }: { kind: string; locale: Locale },
): Promise<MailTextVersion[]> {
  const rows = await db.mailText.findMany({
    where: { kind, locale },
    orderBy: { version: 'desc' },
    take: most,
    select: {
      version: true,
      subject: true,
      heading: true,
      body: true,
      button: true,
      at: true,
      actor: { select: plainName },
    },
  });
  return rows.map(({ version, at, actor: by, ...row }) => ({ version, words: wordsOf(row), at, by }));
}

type Version = { kind: string; language: Locale; version: number };

/** The words of an older version, none for one by which the program's own came back; refuses one that is not there. */
export async function getOldMailWords({ db }: Pick<Reading, 'db'>, of: Version): Promise<MailWords | null> {
  const { kind, language: locale, version } = of;
  return wordsOf(found(await db.mailText.findUnique({ where: { kind_locale_version: { kind, locale, version } } })));
}
