import { cleanJson, cleanQuery } from '@/lib/core/clean-json';
import type { Answer, Door, Knock } from '@/lib/core/door';
import { answer } from '@/lib/core/door';
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

/** Answers a knock, all text in it cleaned; a refusal becomes its code with a fitting status, an outage a 503, a bug a 500 that tells nothing. */
export async function openDoor(door: Door, knock: Knock): Promise<Answer> {
  try {
    return await door.answer({
      ...knock,
      query: cleanQuery(knock.query),
      body: async () => cleanJson(await knock.body()),
    });
  } catch (error) {
    if (error instanceof Refused) return refusal(error);
    log.error({ err: error, endpoint: door.path, requestId: knock.requestId?.() }, 'endpoint failed');
    if (isOutage(error)) return answer(503, { error: 'busy' }, { 'retry-after': '1' });
    return answer(500, { error: 'failed' });
  }
}

function refusal({ code, detail }: Refused): Answer {
  const wait = detail.values?.seconds;
  const headers = code === 'rate-limited' && wait ? { 'retry-after': String(wait) } : undefined;
  return answer(statusOf[code] ?? 409, { error: code, ...(detail.values && { values: detail.values }) }, headers);
}
