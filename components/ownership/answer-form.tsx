'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { answerQuestionAction } from '@/app/actions/ownership';

import { RatingField } from './rating-field';

/** An owner's rating and words for the product that asked. */
export function AnswerForm({ promptId }: { promptId: string }) {
  const t = useTranslations('orders.answer');
  const names = { 1: t('ratings.1'), 2: t('ratings.2'), 3: t('ratings.3'), 4: t('ratings.4'), 5: t('ratings.5') };
  return (
    <ActionForm action={answerQuestionAction} hidden={{ promptId }} success={t('done')}>
      <RatingField legend={t('rating')} names={names} />
      <FormArea name="body" label={t('body')} hint={t('bodyHint')} rows={6} maxLength={2000} required />
      <FormSubmit className="w-fit">{t('send')}</FormSubmit>
    </ActionForm>
  );
}
