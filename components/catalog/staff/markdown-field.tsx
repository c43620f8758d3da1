'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { MarkdownArea } from '@/components/forms/markdown-area';

type Props = { name: string; label: string; hint?: string; initial: string; lang: string };

/** A field of a form that is written in Markdown. */
export function MarkdownField({ name, initial, ...rest }: Props) {
  const t = useTranslations('catalog.edit');
  const { id, value, error } = useFormField(name, initial);
  const [typed, setTyped] = useState(value ?? '');
  return (
    <MarkdownArea
      {...rest}
      id={id}
      name={name}
      error={error}
      rows={9}
      most={20_000}
      value={typed}
      onType={setTyped}
      words={{ write: t('write'), preview: t('preview') }}
    />
  );
}
