'use client';

import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { MarkdownArea } from '@/components/forms/markdown-area';
import { TextField } from '@/components/ui/text-field';
import { blocksMost, type Words } from '@/lib/pages/choices/blocks';

type Props = { at: string; label: string; words: Words; rows?: number; onChange: (words: Words) => void };

const languages = ['en', 'zh'] as const;

/** A text in Markdown in both languages, each with how it will look by the renderer that will keep it. */
export function WordsField(props: Props) {
  return (
    <div className="grid min-w-0 items-start gap-4 xl:grid-cols-2">
      {languages.map((language) => (
        <OneLanguage key={language} {...props} language={language} />
      ))}
    </div>
  );
}

function OneLanguage({ at, label, words, rows = 6, onChange, language }: Props & { language: 'en' | 'zh' }) {
  const t = useTranslations('pagesStaff.blocks');
  const { id, error } = useFormField(`${at}.${language}`);
  return (
    <MarkdownArea
      id={id}
      label={t(language === 'en' ? 'inEnglish' : 'inChinese', { label })}
      error={error}
      lang={tags[language]}
      rows={rows}
      most={blocksMost.text}
      value={words[language]}
      onType={(value) => onChange({ ...words, [language]: value })}
      words={{ write: t('write'), preview: t('preview') }}
    />
  );
}

type LineProps = Omit<Props, 'rows'> & { hint?: string; most: number };

/** A text of one line in both languages. */
export function LineField({ at, label, hint, words, most, onChange }: LineProps) {
  const t = useTranslations('pagesStaff.blocks');
  const fields = { en: useFormField(`${at}.en`), zh: useFormField(`${at}.zh`) };
  return (
    <div className="grid min-w-0 items-start gap-4 xl:grid-cols-2">
      {languages.map((language) => (
        <TextField
          key={language}
          id={fields[language].id}
          label={t(language === 'en' ? 'inEnglish' : 'inChinese', { label })}
          hint={hint}
          error={fields[language].error}
          lang={tags[language]}
          maxLength={most}
          autoComplete="off"
          value={words[language]}
          onChange={({ target }) => onChange({ ...words, [language]: target.value })}
        />
      ))}
    </div>
  );
}

const tags = { en: 'en', zh: 'zh-CN' } as const;
