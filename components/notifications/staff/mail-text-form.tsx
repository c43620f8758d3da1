'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { sendMailTextAction, wordMailAction } from '@/app/actions/notifications';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { WordsForm } from '@/components/staff/words-form';
import type { Locale } from '@/lib/core/locale';
import type { getMailText } from '@/lib/flows/notifications/mail-texts';
import { mailPartMost } from '@/lib/notifications/choices/mail-parts';

import { MailTextPreview } from './mail-text-preview';

type Text = NonNullable<Awaited<ReturnType<typeof getMailText>>>;
type Props = { kind: string; language: Locale; text: Text };

/** The words of one mail in one language, beside what they look like. */
export function MailTextForm({ kind, language, text }: Props) {
  const t = useTranslations('notifications.mailTexts');
  const [preview, setPreview] = useState(text.preview);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
      <WordsForm
        action={wordMailAction}
        hidden={{ kind, language, shown: `${text.shown}` }}
        placeholders={text.placeholders}
        saved={t('saved')}
        onDone={(done) => setPreview(done.preview)}
      >
        <Words text={text} />
      </WordsForm>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:sticky lg:top-6">
        <MailTextPreview preview={preview} language={language} />
        <Trial kind={kind} language={language} />
      </div>
    </div>
  );
}

function Trial({ kind, language }: Omit<Props, 'text'>) {
  const t = useTranslations('notifications.mailTexts');
  return (
    <ActionForm action={sendMailTextAction} hidden={{ kind, language }} success={t('trialSent')} className="gap-2">
      <FormSubmit variant="secondary" size="sm" className="justify-self-start">
        {t('trial')}
      </FormSubmit>
      <p className="text-sm text-muted">{t('trialLead')}</p>
    </ActionForm>
  );
}

function Words({ text: { words, leads } }: { text: Text }) {
  const t = useTranslations('notifications.mailTexts');
  return (
    <>
      <FormText name="subject" label={t('subject')} initial={words.subject} maxLength={mailPartMost.subject} required />
      <FormText name="heading" label={t('heading')} initial={words.heading} maxLength={mailPartMost.heading} required />
      <FormArea name="body" label={t('body')} hint={t('bodyHint')} initial={words.body} rows={9} required />
      {leads && (
        <FormText
          name="button"
          label={t('button')}
          hint={t('buttonHint')}
          initial={words.button}
          maxLength={mailPartMost.button}
        />
      )}
    </>
  );
}
