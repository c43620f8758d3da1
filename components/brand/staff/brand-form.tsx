'use client';

import { use, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { saveBrandAction } from '@/app/actions/brand';
import { ActionForm } from '@/components/forms/action-form';
import { FormContext } from '@/components/forms/form-context';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import { toFields, type BrandFields } from '@/lib/brand/schema';
import type { Brand } from '@/lib/core/brand';
import type { Locale } from '@/lib/core/locale';
import type { Problem } from '@/lib/web/outcome';

import { BrandPreview } from './brand-preview';
import { ColourField } from './colour-field';
import type { Meanwhile, Typed } from './meanwhile';
import { BothChanged, MeanwhileNotice, useSavedMeanwhile } from './meanwhile-notice';
import { mergedAfterPost } from './merged-after-post';

type Saved = Brand & { version: number };
type Props = { brand: Saved; typed: Typed; currencies: { value: string; label: string }[]; locale: Locale };
type FormProps = Props & {
  meanwhile: Meanwhile | null;
  onType: (name: keyof Typed, value: string) => void;
  onSaved: (saved: { version: number }) => void;
  onRefused: (problem: Problem) => void;
};

const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '简体中文' },
];

const colours = ['paperLight', 'paperDark', 'accentLight', 'accentDark'] as const;

/** The brand's settings with what they would look like. */
export function BrandForm({ brand, meanwhile, locale, onSaved, onRefused, ...rest }: FormProps) {
  const t = useTranslations('brand');
  return (
    <div className="grid min-w-0 gap-4">
      {meanwhile && <MeanwhileNotice meanwhile={meanwhile} version={brand.version} />}
      <ActionForm
        action={saveBrandAction}
        hidden={{ shown: `${brand.version}`, seen: JSON.stringify(toFields(brand)), locale }}
        success={t('form.saved')}
        onDone={(saved) => {
          onSaved(saved);
          toast.success(t('form.saved'));
        }}
        onRefused={onRefused}
        className="items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]"
      >
        <BothChanged value={meanwhile?.both ?? {}}>
          <MergedWithoutScripts brand={brand}>
            <Fields brand={brand} {...rest} />
          </MergedWithoutScripts>
        </BothChanged>
      </ActionForm>
    </div>
  );
}

/** Without scripts a refused form comes back with all that was sent, over what somebody else saved meanwhile: what was not typed is taken from that. */
function MergedWithoutScripts({ brand, children }: { brand: Saved; children: ReactNode }) {
  const form = use(FormContext);
  const merged = mergedAfterPost(form.outcome, brand);
  if (!merged) return children;
  return (
    <FormContext value={{ ...form, outcome: merged.outcome }}>
      <BothChanged value={merged.both}>{children}</BothChanged>
    </FormContext>
  );
}

function Fields({ brand, typed, currencies, onType }: Pick<FormProps, 'brand' | 'typed' | 'currencies' | 'onType'>) {
  const t = useTranslations('brand.form');
  const saved = toFields(brand);
  const fields = { ...saved, ...typed };
  // What stands in the fields when they are first shown: what is typed later is kept by themselves.
  const [initial] = useState(fields);
  const follow = ({ target }: FormEvent<HTMLDivElement>) => {
    const { name, value } = target as HTMLInputElement;
    if (name in saved || name === 'reason') onType(name as keyof Typed, value);
  };
  return (
    <div className="contents" onInput={follow}>
      <div className="grid min-w-0 gap-6">
        <Section title={t('names')} lead={t('namesLead')}>
          <Pair name="name" label={t('name')} most={40} saved={initial} required />
          <Pair name="shortName" label={t('shortName')} hint={t('shortNameHint')} most={20} saved={initial} required />
          <Pair name="tagline" label={t('tagline')} most={120} saved={initial} />
        </Section>
        <Section title={t('colours')} lead={t('coloursLead')}>
          {colours.map((name) => (
            <ColourField
              key={name}
              name={name}
              label={t(name)}
              value={fields[name]}
              initial={initial[name]}
              onPick={(value) => onType(name, value)}
            />
          ))}
        </Section>
        <Selling saved={initial} currencies={currencies} />
      </div>
      <div className="grid min-w-0 gap-4 lg:sticky lg:top-20">
        <BrandPreview brand={brand} fields={fields} />
        <Card as="section" className="grid gap-4">
          <FormText name="reason" label={t('reason')} hint={t('reasonHint')} initial={typed.reason} maxLength={200} />
          <FormSubmit block>{t('save')}</FormSubmit>
        </Card>
      </div>
    </div>
  );
}

function Selling({ saved, currencies }: { saved: BrandFields } & Pick<Props, 'currencies'>) {
  const t = useTranslations('brand.form');
  const meanwhile = {
    currency: useSavedMeanwhile('currency'),
    language: useSavedMeanwhile('language'),
    contact: useSavedMeanwhile('contact'),
  };
  return (
    <Section title={t('selling')}>
      <FormSelect
        name="currency"
        label={t('currency')}
        hint={meanwhile.currency ?? t('currencyHint')}
        options={currencies}
        initial={saved.currency}
      />
      <FormSelect
        name="language"
        label={t('language')}
        hint={meanwhile.language ?? t('languageHint')}
        options={languages}
        initial={saved.language}
      />
      <FormText
        name="contact"
        type="email"
        label={t('contact')}
        hint={meanwhile.contact ?? t('contactHint')}
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
  // A sentence is read whole.
  const className = name === 'tagline' ? 'sm:col-span-2' : undefined;
  const rest = { maxLength: most, required, autoComplete: 'off', className };
  const meanwhile = { en: useSavedMeanwhile(name), zh: useSavedMeanwhile(`${name}Zh`) };
  return (
    <>
      <FormText
        {...rest}
        name={name}
        label={t('inEnglish', { label })}
        hint={meanwhile.en ?? hint}
        initial={saved[name]}
        lang="en"
      />
      <FormText
        {...rest}
        name={`${name}Zh`}
        label={t('inChinese', { label })}
        hint={meanwhile.zh ?? hint}
        initial={saved[`${name}Zh`]}
        lang="zh-CN"
      />
    </>
  );
}
