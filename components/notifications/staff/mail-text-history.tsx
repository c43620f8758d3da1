import { WordsHistory } from '@/components/staff/words-history';
import type { Locale } from '@/lib/core/locale';
import type { getMailText } from '@/lib/flows/notifications/mail-texts';

import { PutBackMail } from './put-back-mail';

type Text = NonNullable<Awaited<ReturnType<typeof getMailText>>>;
type Props = { kind: string; language: Locale; text: Text; locale: Locale };

/** Who worded a mail how and when, and the way back. */
export function MailTextHistory({ kind, language, text: { versions, shown, own }, locale }: Props) {
  return (
    <WordsHistory
      versions={versions.map(({ words, ...each }) => ({
        ...each,
        words: words ? [words.subject, words.heading, words.body] : [],
      }))}
      shown={shown}
      own={own}
      language={language}
      locale={locale}
      putBack={(version) => <PutBackMail kind={kind} language={language} shown={shown} version={version} />}
    />
  );
}
