import { answer, type Endpoint } from '@/lib/core/endpoint';
import { previewPost } from '@/lib/forum/preview-post';
import { handleEndpoint } from '@/lib/server/handle-endpoint';
import { requireWriting } from '@/lib/server/may-write';
import { readRequestBody } from '@/lib/server/read-request-body';
import { sameOrigin } from '@/lib/server/same-origin';
import { currentActor } from '@/lib/web/session';

const mostBytes = 64 * 1024;

const endpoint: Endpoint = {
  method: 'POST',
  path: '/api/preview',
  admits: 'members',
  answer: async ({ actor, body }) => {
    const member = await actor();
    await requireWriting(member);
    return answer(200, await previewPost(member, await body()));
  },
};

/** Answers with `{body}` as it will look: not among the fast endpoints, as rendering takes long. Members only. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin('POST', (name) => request.headers.get(name)))
    return Response.json({ error: 'forbidden' }, { status: 403 });
  const {
    status,
    body: content,
    headers,
  } = await handleEndpoint(endpoint, {
    params: {},
    query: new URLSearchParams(),
    ip: '',
    actor: currentActor,
    body: () => readJson(request),
  });
  return Response.json(content, { status, headers });
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return JSON.parse((await readRequestBody(request, mostBytes, 'invalid')).toString());
  } catch {
    return undefined;
  }
}
