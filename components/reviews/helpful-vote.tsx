'use client';

import { voteReviewAction } from '@/app/actions/reviews';

import { Helpful } from './helpful';

/** Says that a review was helpful. */
export function HelpfulVote({ reviewId, helpful }: { reviewId: string; helpful: number }) {
  return <Helpful action={voteReviewAction} hidden={{ reviewId }} helpful={helpful} />;
}
