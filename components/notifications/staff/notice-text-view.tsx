import { WordsHistory } from '@/components/staff/words-history';
import type { Locale } from '@/lib/core/locale';
import type { getNoticeText } from '@/lib/flows/notifications/notice-texts';

import { NoticeTextForm } from './notice-text-form';
import { PutBackNotice } from './put-back-mail';

type Text = NonNullable<Awaited<ReturnType<typeof getNoticeText>>>;
type Props = { kind: string; language: Locale; text: Text; locale: Locale };

/** The sentence of a bell, or what stands in every mail: to be worded, and as it was. */
export function NoticeTextView({ kind, language, text, locale }: Props) {
  return (
    <>
      <NoticeTextForm key={`${language} ${text.shown}`} kind={kind} language={language} text={text} />
      <WordsHistory
        versions={text.versions.map(({ words, ...each }) => ({
          ...each,
          words: text.parts.flatMap(({ name }) => words[name] ?? []),
        }))}
        shown={text.shown}
        own={text.own}
        language={language}
        locale={locale}
        putBack={(version) => <PutBackNotice kind={kind} language={language} shown={text.shown} version={version} />}
      />
    </>
  );
}
