import { beforeAll, describe } from 'vitest';

import { chooseIdeas } from '@/lib/flows/feedback/choose-ideas';
import { exportIdeas } from '@/lib/flows/feedback/export-ideas';
import { makeIdeaFromPost } from '@/lib/flows/feedback/make-idea-from-post';
import { makeIdeaFromVoice } from '@/lib/flows/feedback/make-idea-from-voice';
import { voteForIdea } from '@/lib/flows/feedback/vote-for-idea';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeProduct, makeThread, makeVoice, type MadeProduct } from '@/tests/support/feedback-factories';
import { tryAccess } from '@/tests/support/try-access';

const { answersTheCast, isForConfirmedMembers, isForStaff } = tryAccess('feedback');

let product: MadeProduct;
let ideaId: string;

beforeAll(async () => {
  product = await makeProduct();
  ideaId = (await makeIdea(product)).id;
});

describe('what members do', () => {
  isForConfirmedMembers('voteForIdea', (actor) => voteForIdea(actor, { ideaId, on: true }));
});

describe('what staff do', () => {
  isForStaff('chooseIdeas', (actor) =>
    chooseIdeas(actor, { act: 'ideas.accept', all: undefined, ids: [ideaId], query: {}, locale: 'en' }),
  );
  isForStaff('exportIdeas', async (actor) => {
    const { lines } = await exportIdeas(actor, { query: {}, reason: 'Because' });
    await lines.next();
    await lines.return();
  });
  isForStaff('makeIdeaFromPost', async (actor) => {
    const { postId } = await makeThread(product.board, await makeMember());
    return makeIdeaFromPost(actor, { postId, productId: product.id });
  });
  isForStaff('makeIdeaFromVoice', async (actor) => {
    const { id: voiceId } = await makeVoice(product, await makeMember());
    return makeIdeaFromVoice(actor, { voiceId, title: 'A title long enough' });
  });
});

describe('endpoints', () => {
  answersTheCast('POST /api/ideas/:id/vote', async () => ({ params: { id: ideaId }, body: { on: true } }));
});
