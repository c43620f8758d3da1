'use client';

import { useTranslations } from 'use-intl';

import { writeReviewAction } from '@/app/actions/reviews';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { RatingField } from '@/components/ownership/rating-field';
import { reviewMost } from '@/lib/reviews/choices/rules';

import { ReviewPhotos } from './review-photos';

export type ReviewDraft = {
  productId: string;
  version: number;
  live: boolean;
  rating?: number;
  title?: string;
  body?: string;
  pros?: string;
  cons?: string;
  releaseId?: string;
  photos: { fileId: string; path: string }[];
};

type Props = { draft: ReviewDraft; releases: { id: string; version: string }[] };

/** Where an owner writes what they think of a product, or changes it. */
export function WriteReviewForm({ draft, releases }: Props) {
  const t = useTranslations('reviews');
  const names = {
    ...{ 1: t('ratings.1'), 2: t('ratings.2'), 3: t('ratings.3') },
    ...{ 4: t('ratings.4'), 5: t('ratings.5') },
  };
  const { productId, version, live } = draft;
  return (
    <ActionForm
      action={writeReviewAction}
      hidden={{ productId, shown: String(version) }}
      success={live ? t('form.saved') : t('form.done')}
    >
      <RatingField legend={t('form.rating')} names={names} initial={draft.rating} />
      <FormText
        name="title"
        label={t('form.title')}
        hint={t('form.titleHint')}
        initial={draft.title}
        maxLength={reviewMost.title}
        required
      />
      <FormArea
        name="body"
        label={t('form.body')}
        hint={t('form.bodyHint')}
        initial={draft.body}
        rows={7}
        maxLength={reviewMost.body}
        required
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <FormArea name="pros" label={t('form.pros')} hint={t('form.pointsHint')} initial={draft.pros} rows={3} />
        <FormArea name="cons" label={t('form.cons')} hint={t('form.pointsHint')} initial={draft.cons} rows={3} />
      </div>
      {releases.length > 0 && (
        <FormSelect
          name="releaseId"
          label={t('form.release')}
          hint={t('form.releaseHint')}
          initial={draft.releaseId ?? ''}
          options={[
            { value: '', label: t('form.noRelease') },
            ...releases.map(({ id, version: label }) => ({ value: id, label })),
          ]}
        />
      )}
      <ReviewPhotos kept={draft.photos} />
      <FormSubmit className="w-fit">{live ? t('form.save') : t('form.send')}</FormSubmit>
    </ActionForm>
  );
}
