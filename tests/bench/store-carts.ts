/**
 * Visitors of a shop who put things into their carts, in a process of their own: so many connections, each adding its next piece as soon as its
 * last is there, in slices that alternate with a bare server that is sent the same. Each visitor adds three pieces and the next one comes; a
 * guest begins without a cookie. Reads its orders from argv, prints one JSON line.
 */
import { readFileSync } from 'node:fs';

import { cartCookie } from '@/lib/cart/token';
import { sessionCookie } from '@/lib/server/cookies';
import { sealSession } from '@/lib/server/token';

import { openConnection, post, type Ask, type Heard } from './connection';

export type Filling = {
  ports: { app: number; bare: number };
  variantIds: string[];
  /** The members who add, in a file; guests where there is none. */
  membersFile: string | null;
  connections: number;
  slices: number;
  sliceMs: number;
};
export type Filled = {
  app: number[];
  bare: number[];
  p50Ms: number;
  p99Ms: number;
  /** Pieces that the shop said it has put into a cart, those of the warming too. */
  added: number;
  statuses: Record<string, number>;
};

type Visitor = { cookie: string; ip: string; added: number };
type Side = {
  asks: Ask[];
  visitors: Visitor[];
  ms: number[];
  rates: number[];
  statuses: Record<string, number>;
  added: number;
};

const eachAdds = 3;
const orders = JSON.parse(process.argv[2] ?? '{}') as Filling;
const sessions = orders.membersFile === null ? null : await sessionsOf(orders.membersFile);
let came = 0;

const sides = { app: await openSide(orders.ports.app), bare: await openSide(orders.ports.bare) };
// What is measured is neither this program's start nor the servers'.
for (const side of [sides.app, sides.bare]) {
  for (let round = 0; round < 2; round += 1) await fillFor(side, orders.sliceMs);
  Object.assign(side, { ms: [], rates: [], statuses: {} });
}
for (let slice = 0; slice < orders.slices; slice += 1) {
  const turn = slice % 2 === 0 ? [sides.bare, sides.app] : [sides.app, sides.bare];
  for (const side of turn) await fillFor(side, orders.sliceMs);
}
const sorted = sides.app.ms.toSorted((a, b) => a - b);
const at = (part: number) => Number((sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1));
const { rates: app, statuses, added } = sides.app;
const filled: Filled = { app, bare: sides.bare.rates, p50Ms: at(0.5), p99Ms: at(0.99), added, statuses };
process.stdout.write(`${JSON.stringify(filled)}\n`);
process.exit(0);

async function sessionsOf(file: string): Promise<string[]> {
  const ids = JSON.parse(readFileSync(file, 'utf8')) as string[];
  return Promise.all(ids.map(async (memberId) => `${sessionCookie}=${await sealSession({ memberId, version: 1 })}`));
}

async function openSide(port: number): Promise<Side> {
  const asks = await Promise.all(Array.from({ length: orders.connections }, () => openConnection(port)));
  return { asks, visitors: asks.map(visitor), ms: [], rates: [], statuses: {}, added: 0 };
}

// Each comes from a network of its own: the carts that one network begins are counted. Members who have all been there come again.
function visitor(): Visitor {
  const number = came++;
  const ip = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  return { cookie: sessions === null ? '' : sessions[number % sessions.length]!, ip, added: 0 };
}

async function fillFor(side: Side, ms: number): Promise<void> {
  const began = performance.now();
  const before = side.ms.length;
  await Promise.all(side.asks.map((_, connection) => keepAdding(side, connection, began + ms)));
  side.rates.push(Math.round((side.ms.length - before) / ((performance.now() - began) / 1000)));
}

function keepAdding(side: Side, connection: number, until: number): Promise<void> {
  return new Promise((resolve) => {
    const addNext = () => {
      const sent = performance.now();
      if (sent > until) return resolve();
      const who = side.visitors[connection]!;
      side.asks[connection]!(adding(who), (answer) => {
        side.ms.push(performance.now() - sent);
        hear(side, connection, answer);
        addNext();
      });
    };
    addNext();
  });
}

function adding({ cookie, ip, added }: Visitor): string {
  const variantId = orders.variantIds[(came + added * 7) % orders.variantIds.length]!;
  const headers = { ...(cookie && { Cookie: cookie }), 'X-Forwarded-For': ip, 'Content-Type': 'application/json' };
  return post('/api/cart', headers, JSON.stringify({ variantId, quantity: 1, add: true }));
}

function hear(side: Side, connection: number, { status, head }: Heard): void {
  const who = side.visitors[connection]!;
  side.statuses[status] = (side.statuses[status] ?? 0) + 1;
  if (status === 200) side.added += 1;
  who.added += 1;
  const token = new RegExp(`^set-cookie: (${cartCookie}=[^;]+)`, 'im').exec(head)?.[1];
  if (token && sessions === null) who.cookie = token;
  if (who.added >= eachAdds) side.visitors[connection] = visitor();
}
