import { beforeAll, describe } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { linkVoice } from '@/lib/flows/ownership/link-voice';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeOwner, makeProduct, makeVoice, type MadeProduct } from '@/tests/support/feedback-factories';
import { tryAccess } from '@/tests/support/try-access';

import { answerQuestion } from './commands';

const { isForStaff, touchesNothingOfOthers } = tryAccess('ownership');

let product: MadeProduct;
let promptId: string;

beforeAll(async () => {
  product = await makeProduct();
  promptId = await askOwner();
});

describe('what members do', () => {
  touchesNothingOfOthers('answerQuestion', (actor) =>
    transact(answerQuestion)(actor, { promptId, rating: 5, body: 'Not mine' }),
  );
});

describe('what staff do', () => {
  isForStaff('linkVoice', async (actor) => {
    const { id: ideaId } = await makeIdea(product);
    const { id: voiceId } = await makeVoice(product, await makeMember());
    return linkVoice(actor, { voiceId, ideaId });
  });
});

async function askOwner(): Promise<string> {
  const now = clock();
  const { id: ownershipId } = await makeOwner(product, await makeMember());
  const { id: questionId } = await db.ownerQuestion.create({
    data: { productId: product.id, text: 'How is it?', createdAt: now },
  });
  return (await db.ownerPrompt.create({ data: { ownershipId, questionId, dueAt: now, askedAt: now } })).id;
}
