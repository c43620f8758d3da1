'use client';

import { useTranslations } from 'use-intl';

import { answerShopperAction, askQuestionAction } from '@/app/actions/reviews';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';

/** Where a shopper asks the owners of a product. */
export function AskOwners({ productId }: { productId: string }) {
  const t = useTranslations('reviews.ask');
  return (
    <ActionForm action={askQuestionAction} hidden={{ productId }} success={t('done')} clear className="gap-4!">
      <FormArea name="body" label={t('body')} hint={t('bodyHint')} rows={4} maxLength={500} required />
      <FormSubmit className="w-fit">{t('send')}</FormSubmit>
    </ActionForm>
  );
}

/** What an owner answers, or its asker says once more. */
export function SayToQuestion({ questionId }: { questionId: string }) {
  const t = useTranslations('reviews.ask');
  return (
    <AskFirst open={t('answer')} lead={t('answerLead')} look="quiet" size="sm">
      <ActionForm
        action={answerShopperAction}
        hidden={{ questionId }}
        success={t('answerDone')}
        clear
        className="gap-4!"
      >
        <FormArea name="body" label={t('answerField')} rows={3} maxLength={2000} required />
        <FormSubmit size="sm" variant="secondary" className="w-fit">
          {t('answerSend')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}
