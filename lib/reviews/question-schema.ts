import { z } from 'zod';

import { multiLine } from '@/lib/core/fields';
import { onOff, reason } from '@/lib/core/pieces';

import { reviewRules } from './choices/rules';

export const askQuestionInput = z.object({ productId: z.uuid(), body: multiLine(500, 10) });
export type AskQuestion = z.output<typeof askQuestionInput>;

/** What an owner, the asker or the brand says to a question; who says it tells which of them. */
export const answerShopperInput = z.object({ questionId: z.uuid(), body: multiLine(2_000, 2) });
export type AnswerShopper = z.output<typeof answerShopperInput>;

export const voteAnswerInput = z.object({ postId: z.uuid(), on: onOff });
export type VoteAnswer = z.output<typeof voteAnswerInput>;

/** Hides a question, or one thing that was said to it, by a rule; without a rule it is shown again. */
export const decideQuestionInput = z.object({
  questionId: z.uuid(),
  postId: z.uuid().optional(),
  rule: z.enum([...reviewRules, 'NONE'], 'code:required').transform((rule) => (rule === 'NONE' ? null : rule)),
  reason,
});
export type DecideQuestion = z.output<typeof decideQuestionInput>;

export const setAnsweringInput = z.object({ willing: onOff });
export type SetAnswering = z.output<typeof setAnsweringInput>;
