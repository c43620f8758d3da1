import { Agent, request } from 'node:http';

import { env } from '@/lib/core/env';
import { clock, second } from '@/lib/core/time';

import { signNotice } from './demo-notice';

const agent = new Agent({ keepAlive: true });

/** Delivers one webhook of the demo gateway over HTTP; throws unless the store has taken it, so that the job tries again. */
export async function tellStore(body: string, address = `http://127.0.0.1:${env.PORT}`): Promise<void> {
  const status = await post(`${address}/api/webhooks/demo`, body, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'millet-demo-signature': signNotice(body, clock()),
  });
  if (status !== 200) throw new Error(`The store answered ${status}`);
}

function post(url: string, body: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: 'POST', agent, headers, signal: AbortSignal.timeout(10 * second) },
      (answer) => {
        answer
          .resume()
          .on('end', () => resolve(answer.statusCode ?? 0))
          .on('error', reject);
      },
    );
    asked.on('error', reject).end(body);
  });
}
