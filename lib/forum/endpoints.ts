import { isMember } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { answer, type Endpoint, type EndpointRequest } from '@/lib/core/endpoint';
import { found, Refused } from '@/lib/core/errors';
import { isUuid } from '@/lib/core/ids';
import { markRead, votePost } from './commands';
import { getPostHistory, getPostSource } from './queries';
import { markReadInput, votePostInput } from './schema';

const postId = ({ params }: EndpointRequest) => found(isUuid(params.id ?? '') ? params.id : undefined);

async function bodyAs<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  given: object,
): Promise<T> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Refused('invalid');
  return parsed.data as T;
}

const bodyOf = async (request: EndpointRequest) => ({ ...((await request.body()) as object | undefined) });

/** `POST /api/posts/:id/vote` with `{on}`: gives the member's vote or takes it back, and answers the count. */
export const postVoteEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/posts/:id/vote',
  admits: 'members',
  answer: async (request) => {
    const input = await bodyAs(votePostInput, { ...(await bodyOf(request)), post: postId(request) });
    return answer(200, await transact(votePost)(await request.actor(), input));
  },
};

/** `POST /api/threads/:number/read` with `{upTo}`: remembers how far the member has read. */
export const threadReadEndpoint: Endpoint = {
  method: 'POST',
  path: '/api/threads/:number/read',
  admits: 'members',
  answer: async (request) => {
    const actor = await request.actor();
    if (!isMember(actor)) throw new Refused('signed-out');
    const input = await bodyAs(markReadInput, { ...(await bodyOf(request)), thread: request.params.number });
    await transact(markRead)(actor, input);
    return answer(200, { read: input.upTo });
  },
};

/** `GET /api/posts/:id/source`: a post as it was typed, for those who may edit it. */
export const postSourceEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/posts/:id/source',
  admits: 'members',
  answer: async (request) =>
    answer(200, found(await getPostSource(reading(await request.actor()), { id: postId(request) }))),
};

/** `GET /api/posts/:id/history`: a post's versions, for those who may read it. */
export const postHistoryEndpoint: Endpoint = {
  method: 'GET',
  path: '/api/posts/:id/history',
  admits: 'anyone',
  answer: async (request) =>
    answer(200, { versions: found(await getPostHistory(reading(await request.actor()), { id: postId(request) })) }),
};
