'use client';

import { useTranslations } from 'use-intl';

import { withdrawReviewAction } from '@/app/actions/reviews';
import { TakeBackFold } from '@/components/forms/take-back-fold';

/** Takes one's own review away from readers, with one question in between. */
export function WithdrawReview({ reviewId }: { reviewId: string }) {
  const t = useTranslations('reviews.withdraw');
  return (
    <TakeBackFold
      action={withdrawReviewAction}
      hidden={{ reviewId }}
      words={{ ask: t('ask'), lead: t('lead'), yes: t('yes') }}
    />
  );
}
