'use client';

import { useTranslations } from 'use-intl';

import {
  answerReviewAction,
  dismissReportsAction,
  hideReviewAction,
  restoreReviewAction,
  reviewToIdeaAction,
} from '@/app/actions/reviews';
import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { reviewRules } from '@/lib/reviews/choices/rules';

/** What the brand says under a review. */
export function AnswerReview({ reviewId, body }: { reviewId: string; body: string }) {
  const t = useTranslations('reviews.staff');
  return (
    <ActionForm action={answerReviewAction} hidden={{ reviewId, shown: body }} success={t('answerDone')}>
      <FormArea name="body" label={t('answerField')} initial={body} rows={5} maxLength={2000} required />
      <FormSubmit className="w-fit">{t(body ? 'answerSave' : 'answerSend')}</FormSubmit>
    </ActionForm>
  );
}

/** Hides a review by a rule, with the reason. */
export function HideReview({ reviewId }: { reviewId: string }) {
  const t = useTranslations('reviews');
  return (
    <AskFirst open={t('staff.hide')} lead={t('staff.hideLead')}>
      <ActionForm action={hideReviewAction} hidden={{ reviewId }} success={t('staff.hidden')} className="gap-4!">
        <FormSelect
          name="rule"
          label={t('staff.rule')}
          options={reviewRules.map((value) => ({ value, label: t(`rules.${value}`) }))}
        />
        <FormArea name="reason" label={t('staff.reason')} rows={2} maxLength={500} required />
        <FormSubmit variant="danger" className="w-fit">
          {t('staff.hideSend')}
        </FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}

/** Shows a hidden review again. */
export function RestoreReview({ reviewId }: { reviewId: string }) {
  const t = useTranslations('reviews.staff');
  return (
    <AskFirst open={t('restore')} lead={t('restoreLead')}>
      <ActionForm action={restoreReviewAction} hidden={{ reviewId }} success={t('restored')} className="gap-4!">
        <FormArea name="reason" label={t('reason')} rows={2} maxLength={500} required />
        <FormSubmit className="w-fit">{t('restoreSend')}</FormSubmit>
      </ActionForm>
    </AskFirst>
  );
}

/** Finds nothing wrong with a review that was reported. */
export function DismissReports({ reviewId }: { reviewId: string }) {
  const t = useTranslations('reviews.staff');
  return (
    <ActionForm action={dismissReportsAction} hidden={{ reviewId }} success={t('dismissed')} className="gap-3!">
      <p className="text-[0.9375rem] text-muted">{t('dismissLead')}</p>
      <FormText name="reason" label={t('reasonForLog')} maxLength={500} required />
      <FormSubmit variant="secondary" className="w-fit">
        {t('dismiss')}
      </FormSubmit>
    </ActionForm>
  );
}

/** Makes an idea or a bug report of a review. */
export function ReviewToIdea({ reviewId, title }: { reviewId: string; title: string }) {
  const t = useTranslations('reviews.staff');
  return (
    <ActionForm action={reviewToIdeaAction} hidden={{ reviewId }} success={t('ideaDone')} className="gap-4!">
      <FormText name="title" label={t('ideaField')} initial={title} maxLength={140} required />
      <div className="flex flex-wrap gap-3">
        {(['IDEA', 'REPORT'] as const).map((kind) => (
          <FormSubmit key={kind} variant="secondary" name="kind" value={kind}>
            {t(`makes.${kind}`)}
          </FormSubmit>
        ))}
      </div>
    </ActionForm>
  );
}
