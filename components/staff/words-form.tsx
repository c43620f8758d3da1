'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { FormAction } from '@/components/forms/reachable';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';

/** What can be filled into words, with an example of each. */
export type Placeholder = { name: string; example: string; required: boolean };
type Answer = { act: 'save' | 'preview' };

type Props<T extends Answer> = {
  action: FormAction<T>;
  hidden: Record<string, string>;
  placeholders: readonly Placeholder[];
  /** What is said once they were saved. */
  saved: string;
  /** Shows them as they would look, saved or not. */
  onDone: (done: T) => void;
  /** The fields. */
  children: ReactNode;
};

/** Words of a text in one language, saved or shown before they are; a preview saves nothing. */
export function WordsForm<T extends Answer>({ action, hidden, placeholders, saved, onDone, children }: Props<T>) {
  const t = useTranslations('ownWords');
  // Without scripts nobody could show a preview: only saving is offered.
  const [scripts, setScripts] = useState(false);
  useEffect(() => setScripts(true), []);
  return (
    <Card as="section" aria-labelledby="words">
      <SectionHead id="words" title={t('words')} lead={placeholders.length > 0 ? t('wordsLead') : undefined} />
      <ActionForm
        action={action}
        hidden={hidden}
        onDone={(done) => {
          onDone(done);
          if (done.act === 'save') toast.success(saved);
        }}
      >
        {children}
        {placeholders.length > 0 && <Placeholders placeholders={placeholders} />}
        <div className="sticky bottom-0 -mb-3 flex flex-wrap gap-3 border-t border-line bg-surface py-3">
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
  );
}

function Placeholders({ placeholders }: { placeholders: readonly Placeholder[] }) {
  const t = useTranslations('ownWords');
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
