'use client';

import { useState } from 'react';

import { Preview } from '@/components/forum/preview';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { TextArea } from '@/components/ui/text-field';

type Props = {
  id: string;
  name?: string;
  label: string;
  hint?: string;
  error?: string;
  lang: string;
  rows: number;
  most: number;
  value: string;
  onType: (value: string) => void;
  /** The words of the button that turns from one to the other. */
  words: { write: string; preview: string };
};

/** A text in Markdown, and how it will look by the renderer that will keep it. */
export function MarkdownArea({ label, lang, most, value, onType, words, ...field }: Props) {
  const [previewing, setPreviewing] = useState(false);
  return (
    <div className="grid min-w-0 content-start gap-2">
      <div className={cx(previewing && 'hidden')}>
        <TextArea
          {...field}
          label={label}
          lang={lang}
          maxLength={most}
          value={value}
          onChange={({ target }) => onType(target.value)}
        />
      </div>
      {previewing && (
        <div lang={lang}>
          <p className="mb-2 text-[0.9375rem] font-semibold">{label}</p>
          <Preview words={value} />
        </div>
      )}
      <Button
        size="sm"
        variant="quiet"
        className="js-only justify-self-start"
        aria-pressed={previewing}
        onClick={() => setPreviewing(!previewing)}
      >
        {previewing ? words.write : words.preview}
      </Button>
    </div>
  );
}
