import { isMember } from '@/lib/core/actor';
import { answer, type Endpoint } from '@/lib/core/endpoint';
import { clock } from '@/lib/core/time';
import { knownDrop } from '../gate';
import { makeChallenge } from '../gate/challenge';

/** `GET /api/drops/:slug/challenge`: the proof of work to be solved for a pass, where staff asked for one. */
export const dropChallengeEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/drops/:slug/challenge',
  admits: 'members',
  answer: async ({ params, ip, actor }) => {
    const drop = await knownDrop(params.slug ?? '', ip);
    if (!drop?.proofOfWork) return answer(404, { error: 'not-found' });
    const member = await actor();
    return isMember(member)
      ? answer(200, await makeChallenge(drop.id, member.id, clock()))
      : answer(401, { error: 'signed-out' });
  },
};
