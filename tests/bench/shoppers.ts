/**
 * Buyers of a bench, in a process of their own: so many at a time ask for a pass, claim, order and pay, each over real
 * HTTP with a session of their own. Reads its orders from argv, prints one JSON line.
 */
import { readFileSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';

import { sessionCookie } from '@/lib/web/cookies';
import { sealSession } from '@/lib/web/token';
import { address } from '@/tests/support/addresses';

export type Shopping = { ports: number[]; slug: string; variantId: string; buyersFile: string; buyers: number; atOnce: number };
export type Shopped = { granted: number; paid: number; startedAt: number; endedAt: number; statuses: Record<string, number>; errors: number };

const orders = JSON.parse(process.argv[2] ?? '{}') as Shopping;
const agent = new Agent({ keepAlive: true, maxSockets: orders.atOnce * 2 });
const statuses: Record<string, number> = {};
process.stdout.write(`${JSON.stringify(await shop(orders))}\n`);
process.exit(0);

async function shop({ buyersFile, buyers, atOnce, ports, slug, variantId }: Shopping): Promise<Shopped> {
  const ids = (JSON.parse(readFileSync(buyersFile, 'utf8')) as string[]).slice(0, buyers);
  const line = await Promise.all(ids.map(async (memberId, at) => ({ cookie: `${sessionCookie}=${await sealSession({ memberId, version: 1 })}`, port: ports[at % ports.length]!, ip: `10.9.${at >> 8}.${at & 255}` })));
  const startedAt = Date.now();
  let [next, granted, paid] = [0, 0, 0];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < line.length) {
      const buyer = line[next++]!;
      const got = await buy(buyer, slug, variantId);
      granted += got.granted;
      paid += got.paid;
    }
  }));
  const errors = Object.entries(statuses).reduce((sum, [what, count]) => (/ 5\d\d$| 0$/.test(what) ? sum + count : sum), 0);
  return { granted, paid, startedAt, endedAt: Date.now(), statuses, errors };
}

type Buyer = { cookie: string; port: number; ip: string };

async function buy(buyer: Buyer, slug: string, variantId: string): Promise<{ granted: number; paid: number }> {
  const { pass } = await send(buyer, `/api/drops/${slug}/pass`, {});
  const { claimId } = pass ? await send(buyer, `/api/drops/${slug}/claim`, { variantId, pass }) : {};
  if (!claimId) return { granted: 0, paid: 0 };
  const { payUrl } = await send(buyer, '/api/checkout', { ...address, name: `Buyer ${buyer.ip}`, line1: `${buyer.ip} Mill Lane`, claimId, locale: 'en' });
  if (!payUrl) return { granted: 1, paid: 0 };
  const { location } = await send(buyer, `${new URL(payUrl).pathname}/pay`, new URLSearchParams({ outcome: 'success' }));
  return { granted: 1, paid: location ? 1 : 0 };
}

function send({ cookie, port, ip }: Buyer, path: string, body: object): Promise<Record<string, string>> {
  const form = body instanceof URLSearchParams;
  const text = form ? body.toString() : JSON.stringify(body);
  const headers = { cookie, 'x-forwarded-for': ip, 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json', 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (answer) => {
      note(path, answer.statusCode ?? 0);
      void read(answer).then((told) => resolve({ ...told, ...(answer.headers.location && { location: answer.headers.location }) }));
    });
    asked.on('error', () => {
      note(path, 0);
      resolve({});
    });
    asked.end(text);
  });
}

function note(path: string, status: number): void {
  const what = `${path.split('/').at(-1)} ${status}`;
  statuses[what] = (statuses[what] ?? 0) + 1;
}

async function read(answer: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}
