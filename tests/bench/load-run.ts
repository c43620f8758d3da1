/** The parts of a load on the drop gate: its requests, its connections, and one measured stretch. */
import { readFileSync } from 'node:fs';

import { sealPass } from '@/lib/drops/gate/pass';

import { openConnection, post, type Ask, type Heard } from './connection';

export type Wanted = { slug: string; dropId: string; variantId: string };
type Stretch = { attempts: number; seconds: number; perSecond: number; p99Ms: number };
export type Load = Stretch & {
  p50Ms: number;
  statuses: Record<string, number>;
  /** Until the last unit was granted, and after it. */
  granting: Stretch;
  soldOut: Stretch;
};
type Taken = { at: number; ms: number; status: number };
/** At least so many requests and so many seconds; each connection may rest before it asks again. */
export type Bounds = { least: number; leastSeconds: number; pauseMs?: number };

/** The ids of so many of the buyers in a file. */
export function buyersIn(file: string, buyers: number): string[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as string[]).slice(0, buyers);
}

/** One claim of each buyer for a drop, each from an address of its own. */
export function claimsFor({ slug, dropId, variantId }: Wanted, buyers: string[]): Buffer[] {
  const until = Date.now() + 600_000;
  return buyers.map((memberId, at) => {
    const emailKey = memberId.replaceAll('-', '').slice(0, 22);
    const pass = sealPass({ memberId, dropId, channels: ['PUBLIC'], emailKey, until });
    const headers = {
      'Content-Type': 'application/json',
      'X-Forwarded-For': `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`,
    };
    return Buffer.from(post(`/api/drops/${slug}/claim`, headers, JSON.stringify({ variantId, pass })));
  });
}

/** So many connections, spread over the ports. They stand before time is taken: granting is too short to accept them in. */
export function openConnections(ports: number[], connections: number): Promise<Ask[]> {
  return Promise.all(Array.from({ length: connections }, (_, at) => openConnection(ports[at % ports.length]!)));
}

/** Sends the requests in order, over and over, each connection its next one as soon as its last is answered. */
export async function runLoad(asks: Ask[], requests: Buffer[], bounds: Bounds): Promise<Load> {
  const { least, leastSeconds, pauseMs } = bounds;
  const taken: Taken[] = [];
  const began = performance.now();
  let next = 0;
  const more = () =>
    next < least || performance.now() - began < leastSeconds * 1000 ? requests[next++ % requests.length] : undefined;
  const keepAsking = (ask: Ask) =>
    new Promise<void>((resolve) => {
      let sent = 0;
      const askNext = () => {
        const request = more();
        if (!request) return resolve();
        sent = performance.now();
        ask(request, heard);
      };
      const heard = ({ status }: Heard) => {
        const now = performance.now();
        taken.push({ at: now - began, ms: now - sent, status });
        if (pauseMs) setTimeout(askNext, pauseMs);
        else askNext();
      };
      askNext();
    });
  await Promise.all(asks.map(keepAsking));
  return summed(taken, (performance.now() - began) / 1000);
}

function summed(taken: Taken[], seconds: number): Load {
  const last = taken.reduce((latest, { at, status }) => (status === 201 ? Math.max(latest, at) : latest), 0);
  const statuses: Record<string, number> = {};
  for (const { status } of taken) statuses[status] = (statuses[status] ?? 0) + 1;
  const [granting, soldOut] = [taken.filter(({ at }) => at <= last), taken.filter(({ at }) => at > last)];
  return {
    ...stretch(taken, seconds),
    p50Ms: percentile(taken, 0.5),
    statuses,
    granting: stretch(granting, last / 1000),
    soldOut: stretch(soldOut, seconds - last / 1000),
  };
}

function stretch(rows: Taken[], seconds: number): Stretch {
  const perSecond = Math.round(rows.length / Math.max(seconds, 1e-3));
  return { attempts: rows.length, seconds: Number(seconds.toFixed(3)), perSecond, p99Ms: percentile(rows, 0.99) };
}

function percentile(rows: Taken[], part: number): number {
  const sorted = rows.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1));
}
