'use client';

import { voteAnswerAction } from '@/app/actions/reviews';

import { Helpful } from './helpful';

/** Says that an owner's or the brand's answer was helpful. */
export function AnswerVote({ postId, helpful }: { postId: string; helpful: number }) {
  return <Helpful action={voteAnswerAction} hidden={{ postId }} helpful={helpful} />;
}
