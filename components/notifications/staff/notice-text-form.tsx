'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { wordNoticeAction } from '@/app/actions/notifications';
import { FormArea } from '@/components/forms/form-fields';
import { WordsForm } from '@/components/staff/words-form';
import { Card, SectionHead } from '@/components/ui/card';
import { messageLocale, type Locale } from '@/lib/core/locale';
import type { getNoticeText } from '@/lib/flows/notifications/notice-texts';

import { MailTextPreview } from './mail-text-preview';

type Text = NonNullable<Awaited<ReturnType<typeof getNoticeText>>>;
type Props = { kind: string; language: Locale; text: Text };

/** The sentence of a bell, or what stands in every mail, in one language, beside what it looks like. */
export function NoticeTextForm({ kind, language, text }: Props) {
  const t = useTranslations('notifications.noticeTexts');
  const [preview, setPreview] = useState(text.preview);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
      <WordsForm
        action={wordNoticeAction}
        hidden={{ kind, language, shown: `${text.shown}` }}
        placeholders={text.placeholders}
        saved={t('saved')}
        onDone={(done) => setPreview(done.preview)}
      >
        {text.parts.map(({ name, value, most, required }) => (
          <FormArea
            key={name}
            name={name}
            label={t(`parts.${name as 'sentence'}`)}
            hint={
              required.length > 0 ? t('mustSay', { names: required.map((each) => `{${each}}`).join(' ') }) : undefined
            }
            initial={value}
            maxLength={most}
            rows={3}
            lang={messageLocale(language)}
          />
        ))}
        <p className="text-[0.9375rem] text-muted">{t('emptied')}</p>
      </WordsForm>
      <div className="grid grid-cols-[minmax(0,1fr)] lg:sticky lg:top-6">
        {'mail' in preview ? (
          <MailTextPreview preview={preview.mail} language={language} />
        ) : (
          <BellPreview sentence={preview.sentence} language={language} />
        )}
      </div>
    </div>
  );
}

function BellPreview({ sentence, language }: { sentence: string; language: Locale }) {
  const t = useTranslations('ownWords');
  return (
    <Card as="section" look="sunken" aria-labelledby="preview" aria-live="polite">
      <SectionHead id="preview" title={t('previewTitle')} lead={t('previewLead')} />
      <p
        lang={messageLocale(language)}
        className="rounded-xl border border-line bg-surface px-4 py-3.5 font-semibold wrap-anywhere"
      >
        {sentence}
      </p>
    </Card>
  );
}
