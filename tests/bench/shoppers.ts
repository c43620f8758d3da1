/**
 * Buyers of a bench, in a process of their own: so many at a time ask for a pass, claim, order and pay, each over real
 * HTTP with a session of their own. Reads its orders from argv, prints one JSON line.
 */
import { readFileSync } from 'node:fs';

import { sessionCookie } from '@/lib/server/cookies';
import { sealSession } from '@/lib/server/token';
import { address } from '@/tests/support/addresses';

import { openConnection, post, type Heard } from './connection';

export type Shopping = {
  ports: number[];
  slug: string;
  variantId: string;
  buyersFile: string;
  buyers: number;
  atOnce: number;
};
export type Shopped = {
  granted: number;
  paid: number;
  startedAt: number;
  endedAt: number;
  statuses: Record<string, number>;
  errors: number;
};

const orders = JSON.parse(process.argv[2] ?? '{}') as Shopping;
const statuses: Record<string, number> = {};
process.stdout.write(`${JSON.stringify(await shop(orders))}\n`);
process.exit(0);

async function shop({ buyersFile, buyers, atOnce, ports, slug, variantId }: Shopping): Promise<Shopped> {
  const ids = (JSON.parse(readFileSync(buyersFile, 'utf8')) as string[]).slice(0, buyers);
  const line = await Promise.all(
    ids.map(async (memberId, at) => ({
      cookie: `${sessionCookie}=${await sealSession({ memberId, version: 1 })}`,
      ip: `10.9.${at >> 8}.${at & 255}`,
    })),
  );
  const startedAt = Date.now();
  let [next, granted, paid] = [0, 0, 0];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const asks = await asking(ports);
      while (next < line.length) {
        const at = next++;
        const got = await buy({ ...line[at]!, ask: asks[at % asks.length]! }, slug, variantId);
        granted += got.granted;
        paid += got.paid;
      }
    }),
  );
  const errors = Object.entries(statuses).reduce(
    (sum, [what, count]) => (/ 5\d\d$| 0$/.test(what) ? sum + count : sum),
    0,
  );
  return { granted, paid, startedAt, endedAt: Date.now(), statuses, errors };
}

type Buyer = { cookie: string; ip: string; ask: (request: string) => Promise<Heard> };

async function buy(buyer: Buyer, slug: string, variantId: string): Promise<{ granted: number; paid: number }> {
  const { pass } = await send(buyer, `/api/drops/${slug}/pass`, {});
  const { claimId } = pass ? await send(buyer, `/api/drops/${slug}/claim`, { variantId, pass }) : {};
  if (!claimId) return { granted: 0, paid: 0 };
  const { payUrl } = await send(buyer, '/api/checkout', {
    ...address,
    name: `Buyer ${buyer.ip}`,
    line1: `${buyer.ip} Mill Lane`,
    claimId,
    locale: 'en',
  });
  if (!payUrl) return { granted: 1, paid: 0 };
  const { location } = await send(
    buyer,
    `${new URL(payUrl).pathname}/pay`,
    new URLSearchParams({ outcome: 'success' }),
  );
  return { granted: 1, paid: location ? 1 : 0 };
}

type Answers = Record<string, string>;

async function send({ cookie, ip, ask }: Buyer, path: string, body: object): Promise<Answers> {
  const form = body instanceof URLSearchParams;
  const headers = {
    Cookie: cookie,
    'X-Forwarded-For': ip,
    'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
  };
  const answer = await ask(post(path, headers, form ? body.toString() : JSON.stringify(body)));
  const what = `${path.split('/').at(-1)} ${answer.status}`;
  statuses[what] = (statuses[what] ?? 0) + 1;
  const location = /^location: (.*)$/im.exec(answer.head)?.[1];
  return { ...(answer.body.startsWith('{') && (JSON.parse(answer.body) as Answers)), ...(location && { location }) };
}

// One connection to each process, as a browser keeps it.
async function asking(ports: number[]): Promise<Buyer['ask'][]> {
  return Promise.all(
    ports.map(async (port) => {
      const ask = await openConnection(port);
      return (request: string) => new Promise<Heard>((resolve) => ask(request, resolve));
    }),
  );
}
