import type { Endpoint } from '@/lib/core/endpoint';
import { answer } from '@/lib/core/endpoint';
import { keepImage, requirePictures } from '@/lib/flows/catalog/keep-image';
import { MAX_IMAGE_BYTES } from '@/lib/outside/storage';
import { handleEndpoint } from '@/lib/server/handle-endpoint';
import { requireWriting } from '@/lib/server/may-write';
import { readRequestBody } from '@/lib/server/read-request-body';
import { sameOrigin } from '@/lib/server/same-origin';
import { currentActor } from '@/lib/web/session';

const endpoint: Endpoint = {
  method: 'POST',
  path: '/api/upload',
  admits: 'members',
  answer: async ({ actor, body }) => {
    const member = await actor();
    requirePictures(member);
    await requireWriting(member);
    return answer(201, await keepImage(member, { file: (await body()) as Buffer }));
  },
};

/** Takes one picture as the request's body and answers where it lies. Confirmed members only; others are refused before it is read. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin('POST', (name) => request.headers.get(name)))
    return Response.json({ error: 'forbidden' }, { status: 403 });
  const endpointRequest = {
    params: {},
    query: new URLSearchParams(),
    ip: '',
    actor: currentActor,
    body: () => readRequestBody(request, MAX_IMAGE_BYTES, 'image-too-large'),
  };
  const { status, body, headers } = await handleEndpoint(endpoint, endpointRequest);
  return Response.json(body, { status, headers });
}
