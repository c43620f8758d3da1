import { cleanJson, cleanQuery } from '@/lib/core/clean-json';
import type { Answer, Endpoint, EndpointRequest } from '@/lib/core/endpoint';
import { answer } from '@/lib/core/endpoint';
import { Refused } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { isOutage } from '@/lib/core/outage';

const statusOf: Record<string, number> = {
  'not-found': 404,
  forbidden: 403,
  'signed-out': 401,
  unconfirmed: 403,
  'needs-address': 403,
  'rate-limited': 429,
  invalid: 400,
};

/** Calls an endpoint with all text of the request cleaned; a refusal becomes its code with a fitting status, an outage a 503, a bug a 500 without details. */
export async function handleEndpoint(endpoint: Endpoint, request: EndpointRequest): Promise<Answer> {
  try {
    return await endpoint.answer({
      ...request,
      query: cleanQuery(request.query),
      body: async () => cleanJson(await request.body()),
    });
  } catch (error) {
    if (error instanceof Refused) return refusal(endpoint, error);
    log.error({ err: error, endpoint: endpoint.path, requestId: request.requestId?.() }, 'endpoint failed');
    if (isOutage(error)) return answer(503, { error: 'busy', ...inWords(endpoint, 'busy') }, { 'retry-after': '1' });
    return answer(500, { error: 'failed', ...inWords(endpoint, 'failed') });
  }
}

function inWords({ problem }: Endpoint, code: string) {
  return problem && { message: problem(code).message };
}

function refusal({ problem }: Endpoint, refused: Refused): Answer {
  const { code, detail } = refused;
  const said = problem?.(code, refused);
  const wait = detail.values?.seconds;
  const headers = { ...said?.headers, ...(code === 'rate-limited' && wait && { 'retry-after': String(wait) }) };
  const { field, values } = detail;
  const body = {
    error: code,
    ...(said && { message: said.message }),
    ...(field && { field }),
    ...(values && { values }),
  };
  return answer(said?.status ?? statusOf[code] ?? 409, body, headers);
}
