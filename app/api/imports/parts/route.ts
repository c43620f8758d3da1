import type { Endpoint } from '@/lib/core/endpoint';
import { answer } from '@/lib/core/endpoint';
import { notFound, Refused } from '@/lib/core/errors';
import { keepImportPart } from '@/lib/flows/imports/keep-part';
import { importPartBytes } from '@/lib/imports/choices';
import { canImport } from '@/lib/imports/policy';
import { importPartInput } from '@/lib/imports/schema';
import { handleEndpoint } from '@/lib/server/handle-endpoint';
import { readRequestBody } from '@/lib/server/read-request-body';
import { sameOrigin } from '@/lib/server/same-origin';
import { currentActor } from '@/lib/web/session';

const endpoint: Endpoint = {
  method: 'POST',
  path: '/api/imports/parts',
  admits: 'members',
  answer: async ({ actor, query, body }) => {
    const member = await actor();
    if (!canImport(member)) throw notFound();
    const sent = importPartInput.safeParse(Object.fromEntries(query));
    if (!sent.success) throw new Refused('invalid');
    const part = (await body()) as Buffer;
    return answer(200, await keepImportPart(member, { ...sent.data, part }));
  },
};

/** Takes a part of a file of an old shop as the request's body. Those who may import only; others are refused before it is read. */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin('POST', (name) => request.headers.get(name)))
    return Response.json({ error: 'forbidden' }, { status: 403 });
  const { status, body, headers } = await handleEndpoint(endpoint, {
    params: {},
    query: new URL(request.url).searchParams,
    ip: '',
    actor: currentActor,
    body: () => readRequestBody(request, importPartBytes, 'import-part'),
  });
  return Response.json(body, { status, headers });
}
