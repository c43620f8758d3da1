'use client';

import { useTranslations } from 'use-intl';

import { answerAsBrandAction } from '@/app/actions/reviews';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';

/** What the brand answers to a shopper. */
export function AnswerAsBrand({ questionId }: { questionId: string }) {
  const t = useTranslations('reviews.asked');
  return (
    <ActionForm action={answerAsBrandAction} hidden={{ questionId }} success={t('answered')} clear>
      <FormArea name="body" label={t('answer')} rows={4} maxLength={2000} required />
      <FormSubmit className="w-fit">{t('send')}</FormSubmit>
    </ActionForm>
  );
}
