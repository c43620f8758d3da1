'use client';

import { useTranslations } from 'use-intl';

import { decideQuestionAction } from '@/app/actions/reviews';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormArea, FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { reviewRules } from '@/lib/reviews/choices/rules';

type Props = { questionId: string; postId?: string; isHidden: boolean };

/** Hides a question or one thing that was said to it, or shows it again. */
export function DecideQuestion({ questionId, postId, isHidden }: Props) {
  const t = useTranslations('reviews');
  const hidden = { questionId, postId, ...(isHidden && { rule: 'NONE' }) };
  return (
    <AskFirst
      open={t(isHidden ? 'asked.restore' : 'asked.hide')}
      lead={t(isHidden ? 'asked.restoreLead' : 'asked.hideLead')}
      look="quiet"
      size="sm"
    >
      <ActionForm action={decideQuestionAction} hidden={hidden} className="gap-4!">
        {!isHidden && (
          <FormSelect
            name="rule"
            label={t('asked.rule')}
            options={reviewRules.map((value) => ({ value, label: t(`rules.${value}`) }))}
          />
        )}
        <FormArea name="reason" label={t('asked.reason')} rows={2} maxLength={500} required />
        <FormSubmit variant={isHidden ? 'primary' : 'danger'} size="sm" className="w-fit">
          {t(isHidden ? 'asked.restoreSend' : 'asked.hideSend')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}
