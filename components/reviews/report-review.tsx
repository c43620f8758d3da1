'use client';

import { useTranslations } from 'use-intl';

import { reportReviewAction } from '@/app/actions/reviews';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormArea, FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { reviewRules } from '@/lib/reviews/choices/rules';

/** Tells staff which rule a review breaks. */
export function ReportReview({ reviewId }: { reviewId: string }) {
  const t = useTranslations('reviews');
  return (
    <AskFirst open={t('report.open')} lead={t('report.lead')} look="quiet" size="sm">
      <ActionForm
        action={reportReviewAction}
        hidden={{ reviewId }}
        success={t('report.sent')}
        clear
        className="max-w-md gap-4!"
      >
        <FormSelect
          name="rule"
          label={t('report.rule')}
          options={reviewRules.map((value) => ({ value, label: t(`rules.${value}`) }))}
        />
        <FormArea name="note" label={t('report.note')} rows={2} maxLength={1000} />
        <FormSubmit size="sm" variant="secondary" className="w-fit">
          {t('report.send')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}
