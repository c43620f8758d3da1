'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { wordStartAction } from '@/app/actions/brand';
import { FormArea, FormText } from '@/components/forms/form-fields';
import { WordsForm } from '@/components/staff/words-form';
import { startGroupNames, startGroups, startParts, type StartPart } from '@/lib/brand/choices/start-parts';
import type { StartText } from '@/lib/brand/queries/start-text';
import type { Locale } from '@/lib/core/locale';

import { StartPreview } from './start-preview';

type Props = { language: Locale; text: StartText; brand: string };

/** The words of the start page in one language, by the places where they are read, beside what they look like. */
export function StartForm({ language, text, brand }: Props) {
  const t = useTranslations('brand.start');
  const [said, setSaid] = useState(text.said);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
      <WordsForm
        action={wordStartAction}
        hidden={{ language, shown: `${text.shown}` }}
        placeholders={[{ name: 'brand', example: brand, required: false }]}
        saved={t('saved')}
        onDone={(done) => setSaid(done.said)}
      >
        {startGroupNames.map((group) => (
          <fieldset key={group} className="grid min-w-0 gap-5">
            <legend className="mb-3 font-display text-subheading font-semibold">{t(`groups.${group}`)}</legend>
            {startGroups[group].map((part) => (
              <Part key={part} part={part} language={language} initial={text.words[part]} />
            ))}
          </fieldset>
        ))}
        <p className="text-[0.9375rem] text-muted">{t('emptied')}</p>
      </WordsForm>
      <div className="grid grid-cols-[minmax(0,1fr)] lg:sticky lg:top-6">
        <StartPreview said={said} language={language} />
      </div>
    </div>
  );
}

function Part({ part, language, initial }: { part: StartPart; language: Locale; initial: string }) {
  const t = useTranslations('brand.start');
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  const { most } = startParts[part];
  const rest = { name: part, label: t(`parts.${part}`), initial, lang, autoComplete: 'off' };
  return 'long' in startParts[part] ? (
    <FormArea {...rest} rows={2} maxLength={most} />
  ) : (
    <FormText {...rest} maxLength={most} />
  );
}
