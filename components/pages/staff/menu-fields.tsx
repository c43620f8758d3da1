'use client';

import { useTranslations } from 'use-intl';

import { useFormField } from '@/components/forms/form-context';
import { TextField } from '@/components/ui/text-field';
import { locales, messageLocale, type Localized } from '@/lib/core/locale';
import { menuMost, type MenuEntry } from '@/lib/pages/choices/menu';

import type { MenuSite } from './menu-site';

type Of<T extends MenuEntry['type']> = {
  at: number;
  name: string;
  entry: Extract<MenuEntry, { type: T }>;
  onChange: (entry: MenuEntry) => void;
};

/** The brand's names for an area, in each language. */
export function AreaFields({ at, name, entry, names, onChange }: Of<'area'> & Pick<MenuSite, 'names'>) {
  const t = useTranslations('pagesStaff.menu');
  const programs = { en: names.en[entry.area], zh: names.zh[entry.area] };
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="sr-only">
        <bdi>{name}</bdi>
      </legend>
      <p className="text-[0.9375rem] text-muted">{t('namesLead')}</p>
      <NameFields at={at} words={entry.words} programs={programs} onChange={(words) => onChange({ ...entry, words })} />
    </fieldset>
  );
}

/** Where a link leads, and its name in each language. */
export function LinkFields({ at, name, entry, onChange }: Of<'link'>) {
  const t = useTranslations('pagesStaff.menu');
  const field = useFormField(`entries.${at}.href`);
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="sr-only">
        <bdi>{name}</bdi>
      </legend>
      <TextField
        id={field.id}
        data-part={field.name}
        label={t('address')}
        hint={t('addressHint')}
        error={field.error}
        maxLength={menuMost.address}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={entry.href}
        onChange={({ target }) => onChange({ ...entry, href: target.value })}
        className="max-w-2xl"
      />
      <NameFields
        at={at}
        words={entry.words}
        hint={t('linkLead')}
        onChange={(words) => onChange({ ...entry, words })}
      />
    </fieldset>
  );
}

type NameProps = {
  at: number;
  words: Localized;
  /** What is used where the brand has no name of its own. */
  programs?: Localized;
  hint?: string;
  onChange: (words: Localized) => void;
};

function NameFields({ at, words, programs, hint, onChange }: NameProps) {
  const t = useTranslations('pagesStaff.menu');
  const fields = { en: useFormField(`entries.${at}.words.en`), zh: useFormField(`entries.${at}.words.zh`) };
  return (
    <div className="grid max-w-2xl min-w-0 items-start gap-4 sm:grid-cols-2">
      {locales.map((language) => (
        <TextField
          key={language}
          id={fields[language].id}
          data-part={fields[language].name}
          label={t(language === 'en' ? 'inEnglish' : 'inChinese')}
          hint={programs ? t('namesHint', { name: programs[language] }) : language === 'en' && hint}
          error={fields[language].error}
          lang={messageLocale(language)}
          maxLength={menuMost.words}
          autoComplete="off"
          value={words[language]}
          onChange={({ target }) => onChange({ ...words, [language]: target.value })}
        />
      ))}
    </div>
  );
}
