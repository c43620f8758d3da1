'use client';

import { useTranslations } from 'use-intl';

import { askOwnersAction } from '@/app/actions/ownership';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import type { OwnerQuestion } from '@/lib/ownership/queries/questions';

type Props = { productId: string; question: OwnerQuestion | null };

/** What a product asks its owners some days after delivery. */
export function QuestionForm({ productId, question }: Props) {
  const t = useTranslations('ownership.question');
  return (
    <Card as="section" aria-labelledby="owner-question">
      <SectionHead id="owner-question" title={t('title')} lead={t(question ? 'lead' : 'none')} />
      <ActionForm action={askOwnersAction} hidden={{ productId }} success={t('saved')}>
        <div className="grid items-start gap-x-4 gap-y-5 xl:grid-cols-2">
          <FormArea
            name="text"
            label={t('text')}
            initial={question?.text}
            rows={2}
            maxLength={500}
            lang="en"
            required
          />
          <FormArea
            name="textZh"
            label={t('textZh')}
            initial={question?.textZh}
            rows={2}
            maxLength={500}
            lang="zh-CN"
          />
        </div>
        <FormText
          name="afterDays"
          label={t('afterDays')}
          initial={String(question?.afterDays ?? 7)}
          inputMode="numeric"
          maxLength={3}
          className="max-w-48"
        />
        <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
      </ActionForm>
    </Card>
  );
}
