'use server';

import { transact } from '@/lib/core/context';
import { makeIdeaFromReview } from '@/lib/flows/reviews/make-idea-from-review';
import { saveReview } from '@/lib/flows/reviews/save-review';
import * as commands from '@/lib/reviews/commands';
import * as questions from '@/lib/reviews/question-schema';
import * as schema from '@/lib/reviews/schema';
import { action, confirmed, inArea, member, staff } from '@/lib/web/action';

export const writeReviewAction = action(schema.writeReviewInput, inArea('shop', confirmed), saveReview);

export const withdrawReviewAction = action(schema.withdrawReviewInput, member, transact(commands.withdrawReview));

export const voteReviewAction = action(
  schema.voteReviewInput,
  inArea('shop', confirmed),
  transact(commands.voteReview),
);

export const reportReviewAction = action(
  schema.reportReviewInput,
  inArea('shop', confirmed),
  transact(commands.reportReview),
);

export const hideReviewAction = action(schema.hideReviewInput, staff('reviews.hide'), transact(commands.hideReview));

export const restoreReviewAction = action(
  schema.restoreReviewInput,
  staff('reviews.hide'),
  transact(commands.restoreReview),
);

export const dismissReportsAction = action(
  schema.dismissReportsInput,
  staff('reviews.hide'),
  transact(commands.dismissReports),
);

export const answerReviewAction = action(
  schema.answerReviewInput,
  staff('reviews.answer'),
  transact(commands.answerReview),
);

export const reviewToIdeaAction = action(schema.reviewToIdeaInput, staff('feedback.makeIdeas'), makeIdeaFromReview);

export const askQuestionAction = action(
  questions.askQuestionInput,
  inArea('shop', confirmed),
  transact(commands.askQuestion),
);

export const answerShopperAction = action(
  questions.answerShopperInput,
  inArea('shop', confirmed),
  transact(commands.answerShopper),
);

export const voteAnswerAction = action(
  questions.voteAnswerInput,
  inArea('shop', confirmed),
  transact(commands.voteAnswer),
);

export const setAnsweringAction = action(questions.setAnsweringInput, confirmed, transact(commands.setAnswering));

export const answerAsBrandAction = action(
  questions.answerShopperInput,
  staff('reviews.answer'),
  transact(commands.answerAsBrand),
);

export const decideQuestionAction = action(
  questions.decideQuestionInput,
  staff('reviews.hide'),
  transact(commands.decideQuestion),
);
