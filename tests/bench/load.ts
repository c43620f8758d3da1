/**
 * The load of a bench, in a process of its own: so many connections over loopback, each sending its next request as soon
 * as the last one is answered. Reads its orders from argv, prints one JSON line.
 */
import { readFileSync } from 'node:fs';

import { sealPass } from '@/lib/drops/gate/pass';

import { openConnection, post, type Ask, type Heard } from './connection';

type Wanted = { slug: string; dropId: string; variantId: string };
/** Each connection may rest before it asks again. Before the time is taken the same is asked of other drops, one after another: what is measured is neither this program's start nor the server's. */
export type Orders = Wanted & {
  ports: number[];
  buyersFile: string;
  connections: number;
  leastSeconds: number;
  buyers: number;
  pauseMs?: number;
  least?: number;
  warmUp: (Wanted & { seconds: number })[];
};
export type Load = {
  attempts: number;
  seconds: number;
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  statuses: Record<string, number>;
  /** Until the last unit was granted, and after it. */
  granting: { attempts: number; seconds: number; perSecond: number; p99Ms: number };
  soldOut: { attempts: number; seconds: number; perSecond: number; p99Ms: number };
};

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const taken: { at: number; ms: number; status: number }[] = [];
const ids = (JSON.parse(readFileSync(orders.buyersFile, 'utf8')) as string[]).slice(0, orders.buyers);
const requests = prepare(orders);
const warmUp = orders.warmUp.map((each) => ({ requests: prepare(each), seconds: each.seconds }));
// The connections stand before the time is taken: a second of granting is too short to accept them in.
const asks = await Promise.all(
  Array.from({ length: orders.connections }, (_, at) => openConnection(orders.ports[at % orders.ports.length]!)),
);
for (const each of warmUp) await run(each.requests, each.seconds, 0);
taken.length = 0;
process.stdout.write(`${JSON.stringify(await run(requests, orders.leastSeconds, orders.least ?? requests.length))}\n`);
process.exit(0);

function prepare({ slug, dropId, variantId }: Wanted): Buffer[] {
  const until = Date.now() + 600_000;
  return ids.map((memberId, at) => {
    const body = JSON.stringify({
      variantId,
      pass: sealPass({
        memberId,
        dropId,
        channels: ['PUBLIC'],
        emailKey: memberId.replaceAll('-', '').slice(0, 22),
        until,
      }),
    });
    return Buffer.from(
      post(
        `/api/drops/${slug}/claim`,
        {
          'Content-Type': 'application/json',
          'X-Forwarded-For': `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`,
        },
        body,
      ),
    );
  });
}

async function run(requests: Buffer[], leastSeconds: number, least: number): Promise<Load> {
  const began = performance.now();
  let next = 0;
  const more = () =>
    next < least || performance.now() - began < leastSeconds * 1000 ? requests[next++ % requests.length] : undefined;
  await Promise.all(asks.map((ask) => keepAsking(ask, more, began)));
  return summed((performance.now() - began) / 1000);
}

function keepAsking(ask: Ask, more: () => Buffer | undefined, began: number): Promise<void> {
  return new Promise((resolve) => {
    let sent = 0;
    const heard = ({ status }: Heard) => {
      const now = performance.now();
      taken.push({ at: now - began, ms: now - sent, status });
      if (orders.pauseMs) setTimeout(askNext, orders.pauseMs);
      else askNext();
    };
    const askNext = () => {
      const request = more();
      if (!request) return resolve();
      sent = performance.now();
      ask(request, heard);
    };
    askNext();
  });
}

function summed(seconds: number): Load {
  const last = taken.reduce((latest, { at, status }) => (status === 201 ? Math.max(latest, at) : latest), 0);
  const statuses: Record<string, number> = {};
  for (const { status } of taken) statuses[status] = (statuses[status] ?? 0) + 1;
  const of = (rows: typeof taken, span: number) => ({
    attempts: rows.length,
    seconds: span,
    perSecond: Math.round(rows.length / Math.max(span, 1e-3)),
    p99Ms: percentile(rows, 0.99),
  });
  return {
    attempts: taken.length,
    seconds,
    perSecond: Math.round(taken.length / seconds),
    p50Ms: percentile(taken, 0.5),
    p99Ms: percentile(taken, 0.99),
    statuses,
    granting: of(
      taken.filter(({ at }) => at <= last),
      last / 1000,
    ),
    soldOut: of(
      taken.filter(({ at }) => at > last),
      seconds - last / 1000,
    ),
  };
}

function percentile(rows: typeof taken, part: number): number {
  const sorted = rows.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1));
}
