import { env } from '@/lib/core/env';
import { clock, second } from '@/lib/core/time';

import { signNotice } from './demo-notice';

/** Delivers one webhook of the demo gateway over HTTP; throws unless the store has taken it, so that the job tries again. */
export async function tellStore(body: string, address = `http://127.0.0.1:${env.PORT}`): Promise<void> {
  const answer = await fetch(`${address}/api/webhooks/demo`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'millet-demo-signature': signNotice(body, clock()) },
    signal: AbortSignal.timeout(10 * second),
  });
  if (!answer.ok) throw new Error(`The store answered ${answer.status}`);
}
