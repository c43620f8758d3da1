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
    if (error instanceof Refused) return refusal(error);
    log.error({ err: error, endpoint: endpoint.path, requestId: request.requestId?.() }, 'endpoint failed');
    if (isOutage(error)) return answer(503, { error: 'busy' }, { 'retry-after': '1' });
    return answer(500, { error: 'failed' });
  }
}

function refusal({ code, detail }: Refused): Answer {
  const wait = detail.values?.seconds;
  const headers = code === 'rate-limited' && wait ? { 'retry-after': String(wait) } : undefined;
  return answer(statusOf[code] ?? 409, { error: code, ...(detail.values && { values: detail.values }) }, headers);
}
