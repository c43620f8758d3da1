'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { editProductAction } from '@/app/actions/catalog';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

import type { GridRow } from './grid-rows';
import { MarkdownField } from './markdown-field';
import { StatusCard } from './status-card';
import { VariantGrid } from './variant-grid';

const texts = [
  ...(['title', 'titleZh', 'tagline', 'taglineZh', 'markdown', 'markdownZh', 'vendor', 'type'] as const),
  ...(['specifications', 'specificationsZh', 'warnings', 'warningsZh', 'manufacturer', 'responsible'] as const),
];

export type ProductDraft = Record<(typeof texts)[number], string> & {
  id?: string;
  version: number;
  status: 'DRAFT' | 'ACTIVE' | 'ARCHIVED';
  publishAt: string | null;
  optionNames: string[];
  rows: GridRow[];
  retired: string[];
  currency: string;
};
type Props = { draft: ProductDraft; currencies: { value: string; label: string }[]; locale: Locale; aside?: ReactNode };

/** Writes a product: what it is and what is sold of it in the main column, where it stands beside it. */
export function ProductForm({ draft, currencies, locale, aside }: Props) {
  const t = useTranslations('catalog.edit');
  const router = useRouter();
  const done = ({ id }: { id: string }) => {
    toast.success(t('saved'));
    if (!draft.id) router.push(inLocale(locale, paths.staff('products', id)));
  };
  return (
    <ActionForm
      action={editProductAction}
      hidden={{ productId: draft.id, shown: String(draft.version), locale }}
      onDone={done}
      className="items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <div className="grid min-w-0 gap-6">
        <Words draft={draft} />
        <VariantGrid
          key={draft.version}
          saved={draft.rows}
          optionNames={draft.optionNames}
          retired={draft.retired}
          currency={draft.currency}
          currencies={currencies}
        />
        <Specifications draft={draft} />
        <Safety draft={draft} />
      </div>
      <div className="grid min-w-0 gap-6 lg:sticky lg:top-6">
        <StatusCard key={draft.status} status={draft.status} publishAt={draft.publishAt} />
        <Card as="section">
          <SectionHead title={t('organisation')} level={3} />
          <div className="grid gap-5">
            <FormText name="vendor" label={t('vendor')} initial={draft.vendor} maxLength={255} />
            <FormText name="type" label={t('type')} hint={t('typeHint')} initial={draft.type} maxLength={255} />
          </div>
        </Card>
        {aside}
      </div>
      <div>
        <FormSubmit>{t('save')}</FormSubmit>
      </div>
    </ActionForm>
  );
}

type DraftProps = { draft: ProductDraft };

function Words({ draft }: DraftProps) {
  const t = useTranslations('catalog.edit');
  return (
    <Section title={t('words')} lead={t('wordsLead')}>
      <FormText name="title" label={t('title')} initial={draft.title} maxLength={255} lang="en" required />
      <FormText name="titleZh" label={t('titleZh')} initial={draft.titleZh} maxLength={255} lang="zh-CN" />
      {/* A sentence is read whole. */}
      <FormText
        name="tagline"
        label={t('tagline')}
        initial={draft.tagline}
        maxLength={255}
        lang="en"
        className="sm:col-span-2"
      />
      <FormText
        name="taglineZh"
        label={t('taglineZh')}
        initial={draft.taglineZh}
        maxLength={255}
        lang="zh-CN"
        className="sm:col-span-2"
      />
      <MarkdownField name="markdown" label={t('text')} hint={t('textHint')} initial={draft.markdown} lang="en" />
      <MarkdownField name="markdownZh" label={t('textZh')} initial={draft.markdownZh} lang="zh-CN" />
    </Section>
  );
}

function Specifications({ draft }: DraftProps) {
  const t = useTranslations('catalog.edit');
  const { specifications, specificationsZh } = draft;
  return (
    <Section title={t('specifications')} lead={t('specificationsLead')}>
      <FormArea name="specifications" label={t('inEnglish')} initial={specifications} rows={5} lang="en" />
      <FormArea name="specificationsZh" label={t('inChinese')} initial={specificationsZh} rows={5} lang="zh-CN" />
    </Section>
  );
}

function Safety({ draft }: DraftProps) {
  const t = useTranslations('catalog.edit');
  const hint = t('addressHint');
  return (
    <Section title={t('safety')} lead={t('safetyLead')}>
      <FormArea name="manufacturer" label={t('manufacturer')} hint={hint} initial={draft.manufacturer} rows={3} />
      <FormArea
        name="responsible"
        label={t('responsible')}
        hint={t('responsibleHint')}
        initial={draft.responsible}
        rows={3}
      />
      <FormArea name="warnings" label={t('warnings')} initial={draft.warnings} rows={3} lang="en" />
      <FormArea name="warningsZh" label={t('warningsZh')} initial={draft.warningsZh} rows={3} lang="zh-CN" />
    </Section>
  );
}

function Section({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <Card as="section">
      <SectionHead title={title} lead={lead} />
      <div className="grid items-start gap-x-4 gap-y-5 xl:grid-cols-2">{children}</div>
    </Card>
  );
}
