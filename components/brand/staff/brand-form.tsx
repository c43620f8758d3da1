'use client';

import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { saveBrandAction } from '@/app/actions/brand';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import { toFields, type BrandFields } from '@/lib/brand/schema';
import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';

import { BrandPreview } from './brand-preview';
import { ColourField } from './colour-field';

type Saved = Brand & { version: number };
type Props = {
  brand: Saved;
  /** What was read from an old site: it stands in the form as if it had been typed. */ found: Partial<BrandFields>;
  currencies: { value: string; label: string }[];
  locale: Locale;
};
type FormProps = Props & { onSaved: (saved: { version: number }) => void };

const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '简体中文' },
];

const colours = ['paperLight', 'paperDark', 'accentLight', 'accentDark'] as const;

/** The brand's settings with what they would look like. */
export function BrandForm({ brand, found, currencies, locale, onSaved }: FormProps) {
  const t = useTranslations('brand');
  return (
    <ActionForm
      action={saveBrandAction}
      hidden={{ shown: `${brand.version}`, locale }}
      success={t('form.saved')}
      onDone={(saved) => {
        onSaved(saved);
        toast.success(t('form.saved'));
      }}
      className="items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <Fields brand={brand} found={found} currencies={currencies} locale={locale} />
    </ActionForm>
  );
}

function Fields({ brand, found, currencies }: Props) {
  const t = useTranslations('brand.form');
  const saved = { ...toFields(brand), ...found };
  const [typed, setTyped] = useState<Partial<BrandFields>>({});
  const take = (name: string, value: string) => {
    if (name in saved) setTyped((before) => ({ ...before, [name]: value }));
  };
  const follow = ({ target }: FormEvent<HTMLDivElement>) => {
    const { name, value } = target as HTMLInputElement;
    take(name, value);
  };
  const fields = { ...saved, ...typed };
  return (
    <>
      <div className="grid min-w-0 gap-6" onInput={follow}>
        <Section title={t('names')} lead={t('namesLead')}>
          <Pair name="name" label={t('name')} most={40} saved={saved} required />
          <Pair name="shortName" label={t('shortName')} hint={t('shortNameHint')} most={20} saved={saved} required />
          <Pair name="tagline" label={t('tagline')} most={120} saved={saved} />
        </Section>
        <Section title={t('colours')} lead={t('coloursLead')}>
          {colours.map((name) => (
            <ColourField
              key={name}
              name={name}
              label={t(name)}
              value={fields[name]}
              initial={saved[name]}
              onPick={(value) => take(name, value)}
            />
          ))}
        </Section>
        <Selling saved={saved} currencies={currencies} />
      </div>
      <div className="grid min-w-0 gap-4 lg:sticky lg:top-20">
        <BrandPreview brand={brand} fields={fields} />
        <Card as="section" className="grid gap-4">
          <FormText name="reason" label={t('reason')} hint={t('reasonHint')} maxLength={200} />
          <FormSubmit block>{t('save')}</FormSubmit>
        </Card>
      </div>
    </>
  );
}

function Selling({ saved, currencies }: { saved: BrandFields } & Pick<Props, 'currencies'>) {
  const t = useTranslations('brand.form');
  return (
    <Section title={t('selling')}>
      <FormSelect
        name="currency"
        label={t('currency')}
        hint={t('currencyHint')}
        options={currencies}
        initial={saved.currency}
      />
      <FormSelect
        name="language"
        label={t('language')}
        hint={t('languageHint')}
        options={languages}
        initial={saved.language}
      />
      <FormText
        name="contact"
        type="email"
        label={t('contact')}
        hint={t('contactHint')}
        initial={saved.contact}
        autoComplete="off"
      />
      <Pair name="imprint" label={t('imprint')} hint={t('imprintHint')} most={200} saved={saved} />
    </Section>
  );
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <Card as="section">
      <SectionHead title={title} lead={lead} />
      <div className="grid items-start gap-x-4 gap-y-5 sm:grid-cols-2">{children}</div>
    </Card>
  );
}

type PairProps = {
  name: 'name' | 'shortName' | 'tagline' | 'imprint';
  label: string;
  hint?: string;
  most: number;
  saved: BrandFields;
  required?: boolean;
};

/** A text in each language. */
function Pair({ name, label, hint, most, saved, required }: PairProps) {
  const t = useTranslations('brand.form');
  const rest = { hint, maxLength: most, required, autoComplete: 'off' };
  return (
    <>
      <FormText {...rest} name={name} label={t('inEnglish', { label })} initial={saved[name]} lang="en" />
      <FormText
        {...rest}
        name={`${name}Zh`}
        label={t('inChinese', { label })}
        initial={saved[`${name}Zh`]}
        lang="zh-CN"
      />
    </>
  );
}
