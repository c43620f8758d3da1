import { beforeAll, describe } from 'vitest';

import { memberId, type Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { exportReviews } from '@/lib/flows/reviews/export-reviews';
import { makeIdeaFromReview } from '@/lib/flows/reviews/make-idea-from-review';
import { saveReview } from '@/lib/flows/reviews/save-review';
import { makeMember } from '@/tests/support/factories';
import { makeOwner, makeProduct, type MadeProduct } from '@/tests/support/feedback-factories';
import { tryAccess } from '@/tests/support/try-access';

import {
  answerShopper,
  askQuestion,
  reportReview,
  setAnswering,
  voteAnswer,
  voteReview,
  withdrawReview,
  writeReview,
} from './commands';

const { isForConfirmedMembers, isForStaff, touchesNothingOfOthers } = tryAccess('reviews');

let product: MadeProduct;
let reviewId: string;
let questionId: string;
let postId: string;
const ask = (actor: Actor) => transact(askQuestion)(actor, { productId: product.id, body: 'Does it hum at night?' });
const words = {
  rating: 4,
  title: 'Warm sound',
  body: 'I wear them all day.',
  pros: [],
  cons: [],
  photos: [],
  shown: 0,
};

beforeAll(async () => {
  product = await makeProduct();
  reviewId = await makeReview();
  questionId = (await ask(await makeMember())).id;
  const owner = await makeMember();
  await makeOwner(product, owner);
  postId = (await transact(answerShopper)(owner, { questionId, body: 'Not at all' })).id;
});

async function makeReview(): Promise<string> {
  const owner = await makeMember();
  await makeOwner(product, owner);
  return (await transact(writeReview)(owner, { ...words, productId: product.id })).id;
}

const asOwner = async (actor: Actor) => {
  const id = memberId(actor);
  if (id) await makeOwner(product, { id });
};

describe('what members do', () => {
  isForConfirmedMembers('saveReview', async (actor) => {
    await asOwner(actor);
    await saveReview(actor, { ...words, productId: product.id, keep: [] });
  });
  isForConfirmedMembers('voteReview', (actor) => transact(voteReview)(actor, { reviewId, on: true }));
  isForConfirmedMembers('reportReview', (actor) => transact(reportReview)(actor, { reviewId, rule: 'SPAM', note: '' }));
  touchesNothingOfOthers('withdrawReview', (actor) => transact(withdrawReview)(actor, { reviewId }));
  isForConfirmedMembers('askQuestion', ask);
  isForConfirmedMembers('answerShopper', async (actor) => {
    await asOwner(actor);
    await transact(answerShopper)(actor, { questionId, body: 'Not at all' });
  });
  isForConfirmedMembers('voteAnswer', (actor) => transact(voteAnswer)(actor, { postId, on: true }));
  isForConfirmedMembers('setAnswering', (actor) => transact(setAnswering)(actor, { willing: true }));
});

describe('what staff do', () => {
  isForStaff('makeIdeaFromReview', async (actor) =>
    makeIdeaFromReview(actor, { reviewId: await makeReview(), kind: 'IDEA', title: 'A case that closes' }),
  );
  isForStaff('exportReviews', (actor) => exportReviews(actor, { query: {}, reason: 'For the weekly meeting' }));
});
