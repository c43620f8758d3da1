import { isMember } from '@/lib/core/actor';
import { answer, type Endpoint } from '@/lib/core/endpoint';
import { Refused } from '@/lib/core/errors';
import { voteIdeaInput } from '@/lib/feedback/schema';

import { voteForIdea } from './vote-for-idea';

/** `POST /api/ideas/:id/vote` with `{on}`: gives or takes back the reader's vote. */
export const ideaVoteEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/ideas/:id/vote',
  admits: 'members',
  answer: async ({ actor, params, body }) => {
    const voter = await actor();
    if (!isMember(voter)) throw new Refused('signed-out');
    const input = voteIdeaInput.safeParse({ ...Object(await body()), ideaId: params.id });
    if (!input.success) throw new Refused('invalid');
    return answer(200, await voteForIdea(voter, input.data));
  },
};
