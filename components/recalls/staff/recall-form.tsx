'use client';

import { useTranslations } from 'use-intl';

import { saveRecallAction } from '@/app/actions/recalls';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import type { RecallRemedy } from '@/lib/recalls/schema';

import { RemedyChoice } from './remedy-choice';
import { RecallScopeFields, type EditedScope, type ProductChoice } from './recall-scope-fields';

export type EditedRecall = EditedScope & {
  id: string;
  version: number;
  /** Published: which devices it means is fixed. */
  isOpen: boolean;
  title: string;
  titleZh: string;
  cause: string;
  causeZh: string;
  danger: string;
  dangerZh: string;
  task: string;
  taskZh: string;
  remedies: RecallRemedy[];
};

type Props = { recall?: EditedRecall; products: ProductChoice[]; locale: string };

/** Writes a recall, or changes it; who saw an older version is told so. */
export function RecallForm({ recall, products, locale }: Props) {
  const t = useTranslations('recalls.staff.form');
  return (
    <ActionForm
      action={saveRecallAction}
      hidden={{ recallId: recall?.id, shown: String(recall?.version ?? 0), locale, ...fixedScope(recall) }}
      className="grid max-w-3xl gap-6"
    >
      <Texts recall={recall} />
      <Card as="section" className="grid gap-5">
        <SectionHead title={t('which')} lead={recall?.isOpen ? t('fixed') : undefined} />
        {!recall?.isOpen && <RecallScopeFields recall={recall} products={products} />}
      </Card>
      <Card as="section">
        <RemedyChoice initial={recall?.remedies ?? ['REPAIR', 'REFUND']} />
      </Card>
      <FormSubmit className="justify-self-start">{t(recall?.isOpen ? 'saveOpen' : 'save')}</FormSubmit>
    </ActionForm>
  );
}

// What is published says its scope with the form, and keeps it whatever the form says.
const fixedScope = (recall?: EditedRecall): Record<string, string> =>
  recall?.isOpen ? { scope: recall.scope, productId: recall.productId } : {};

const texts = ['danger', 'task', 'cause'] as const;
const hints = new Set(['danger', 'task']);

function Texts({ recall }: { recall?: EditedRecall }) {
  const t = useTranslations('recalls.staff.form');
  return (
    <Card as="section" className="grid gap-5">
      <SectionHead title={t('what')} />
      <FormText
        name="title"
        label={t('title')}
        hint={t('titleHint')}
        initial={recall?.title}
        maxLength={100}
        lang="en"
        required
      />
      <FormText name="titleZh" label={t('titleZh')} initial={recall?.titleZh} maxLength={100} lang="zh-CN" required />
      {texts.map((name) => (
        <div key={name} className="grid items-start gap-5 sm:grid-cols-2">
          <FormArea
            name={name}
            label={t(name)}
            hint={hints.has(name) ? t(`${name as 'danger'}Hint`) : undefined}
            initial={recall?.[name]}
            rows={4}
            maxLength={1000}
            lang="en"
            required
          />
          <FormArea
            name={`${name}Zh`}
            label={t(`${name}Zh`)}
            initial={recall?.[`${name}Zh`]}
            rows={4}
            maxLength={1000}
            lang="zh-CN"
            required
          />
        </div>
      ))}
    </Card>
  );
}
