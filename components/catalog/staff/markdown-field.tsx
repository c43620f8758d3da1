'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { Preview } from '@/components/forum/preview';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { TextArea } from '@/components/ui/text-field';

type Props = { name: string; label: string; hint?: string; initial: string; lang: string };

/** A text in Markdown, and how it will look by the renderer that will keep it. */
export function MarkdownField({ name, label, hint, initial, lang }: Props) {
  const t = useTranslations('catalog.edit');
  const { id, value, error } = useFormField(name, initial);
  const [words, setWords] = useState(value ?? '');
  const [previewing, setPreviewing] = useState(false);
  return (
    <div className="grid min-w-0 content-start gap-2">
      <div className={cx(previewing && 'hidden')}>
        <TextArea
          id={id}
          name={name}
          label={label}
          hint={hint}
          error={error}
          lang={lang}
          rows={9}
          maxLength={20_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {previewing && (
        <div lang={lang}>
          <p className="mb-2 text-[0.9375rem] font-semibold">{label}</p>
          <Preview words={words} />
        </div>
      )}
      <Button
        size="sm"
        variant="quiet"
        className="js-only justify-self-start"
        aria-pressed={previewing}
        onClick={() => setPreviewing(!previewing)}
      >
        {t(previewing ? 'write' : 'preview')}
      </Button>
    </div>
  );
}
