'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { sendMailTextAction, wordMailAction } from '@/app/actions/notifications';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import type { getMailText } from '@/lib/flows/notifications/mail-texts';
import { mailPartMost } from '@/lib/notifications/choices/mail-parts';

import { MailTextPreview } from './mail-text-preview';

type Text = NonNullable<Awaited<ReturnType<typeof getMailText>>>;
type Props = { kind: string; language: Locale; text: Text };

/** The words of one mail in one language, beside what they look like; a preview saves nothing. */
export function MailTextForm({ kind, language, text }: Props) {
  const t = useTranslations('notifications.mailTexts');
  const [preview, setPreview] = useState(text.preview);
  // Without scripts nobody could show a preview: only saving is offered.
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
      <Card as="section" aria-labelledby="words">
        <SectionHead id="words" title={t('words')} lead={t('wordsLead')} />
        <ActionForm
          action={wordMailAction}
          hidden={{ kind, language, shown: `${text.shown}` }}
          onDone={(done) => {
            setPreview(done.preview);
            if (done.act === 'save') toast.success(t('saved'));
          }}
        >
          <Words text={text} />
          <Placeholders text={text} />
          <div className="flex flex-wrap gap-3">
            <FormSubmit name="act" value="save">
              {t('save')}
            </FormSubmit>
            {scripts && (
              <FormSubmit name="act" value="preview" variant="secondary">
                {t('preview')}
              </FormSubmit>
            )}
          </div>
        </ActionForm>
      </Card>
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

function Placeholders({ text: { placeholders } }: { text: Text }) {
  const t = useTranslations('notifications.mailTexts');
  return (
    <details className="rounded-lg border border-line px-4 py-2">
      <summary className="touch cursor-pointer py-1 font-medium">{t('names')}</summary>
      <p className="mt-1 text-[0.9375rem] text-muted">
        {t('namesLead', { example: '{count, plural, one {# lamp} other {# lamps}}' })}
      </p>
      <dl className="mt-2 grid gap-x-4 gap-y-1.5 pb-2 sm:grid-cols-[auto_minmax(0,1fr)]">
        {placeholders.map(({ name, example, required }) => (
          <div key={name} className="contents">
            <dt>
              <code className="text-[0.9375rem]">{`{${name}}`}</code>
              {required && <span className="ms-2 text-sm text-muted">{t('required')}</span>}
            </dt>
            <dd className="wrap-anywhere text-[0.9375rem] whitespace-pre-line text-muted">
              <bdi>{example}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
