/**
 * Buyers with full carts, in a process of their own: so many at a time send the form of the checkout, as the page's scripts do or as a browser without
 * scripts does, and pay at the demo gateway, each with a session of their own. Reads its orders from a file, prints one JSON line.
 */
import { readFileSync } from 'node:fs';

import { sessionCookie } from '@/lib/server/cookies';
import { sealSession } from '@/lib/server/token';
import { address } from '@/tests/support/addresses';

import { openConnection, post, type Ask, type Heard } from './connection';

export type FullCart = { memberId: string; cartId: string; version: number };
export type Buying = {
  port: number;
  carts: FullCart[];
  /** What the form of the page holds unseen, but for the cart. */
  form: { path: string; hidden: Record<string, string> };
  /** Whether the page's scripts send it. */
  scripts: boolean;
  atOnce: number;
  /** Nobody begins after so long. */
  mostMs: number;
};
export type Bought = {
  placed: number;
  paid: number;
  startedAt: number;
  p50Ms: number;
  p99Ms: number;
  statuses: Record<string, number>;
  errors: number;
};

type Buyer = FullCart & { cookie: string; ip: string };

const boundary = '----millet-bench';
const { port, carts, form, scripts, atOnce, mostMs } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Buying;
const statuses: Record<string, number> = {};
const took: number[] = [];

const line = await Promise.all(
  carts.map(async (cart, at): Promise<Buyer> => {
    const cookie = `${sessionCookie}=${await sealSession({ memberId: cart.memberId, version: 1 })}`;
    return { ...cart, cookie, ip: `10.9.${at >> 8}.${at & 255}` };
  }),
);
const asks = await Promise.all(Array.from({ length: atOnce }, asking));
const startedAt = Date.now();
let [next, placed, paid] = [0, 0, 0];
await Promise.all(
  asks.map(async (ask) => {
    while (next < line.length && Date.now() - startedAt < mostMs) await buy(line[next++]!, ask);
  }),
);
const sorted = took.toSorted((a, b) => a - b);
const at = (part: number) => Number((sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1));
const errors = Object.entries(statuses).reduce(
  (sum, [what, count]) => (/ 5\d\d$| 0$/.test(what) ? sum + count : sum),
  0,
);
const bought: Bought = { placed, paid, startedAt, p50Ms: at(0.5), p99Ms: at(0.99), statuses, errors };
process.stdout.write(`${JSON.stringify(bought)}\n`);
process.exit(0);

async function buy(buyer: Buyer, ask: (request: string) => Promise<Heard>): Promise<void> {
  const began = performance.now();
  const fields = fieldsOf(buyer);
  const ordered = scripts
    ? await send(buyer, ask, '/api/cart/order', 'application/json', JSON.stringify(fields))
    : await send(buyer, ask, form.path, `multipart/form-data; boundary=${boundary}`, multipart(fields));
  const payAt = scripts ? nextIn(ordered) : /^location: (.*)$/im.exec(ordered.head)?.[1];
  if (ordered.status !== (scripts ? 201 : 303) || !payAt) return;
  placed += 1;
  const pay = `${new URL(payAt, 'http://localhost').pathname}/pay`;
  const answer = await send(buyer, ask, pay, 'application/x-www-form-urlencoded', 'outcome=success');
  took.push(performance.now() - began);
  if (/^location: /im.test(answer.head)) paid += 1;
}

function fieldsOf({ cartId, version, ip }: Buyer): Record<string, string> {
  const who = { name: `Buyer ${ip}`, line1: `${ip} Mill Lane` };
  return { ...form.hidden, ...address, ...who, cartId, version: String(version), locale: 'en' };
}

function nextIn({ status, body }: Heard): string | undefined {
  return status === 201 ? (JSON.parse(body) as { next?: string }).next : undefined;
}

function multipart(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join('')}--${boundary}--\r\n`;
}

async function send(
  { cookie, ip }: Buyer,
  ask: (request: string) => Promise<Heard>,
  path: string,
  type: string,
  body: string,
): Promise<Heard> {
  const host = `127.0.0.1:${port}`;
  const headers = { Host: host, Origin: `http://${host}`, Cookie: cookie, 'X-Forwarded-For': ip, 'Content-Type': type };
  const answer = await ask(post(path, headers, body));
  const what = `${path.split('/').at(-1)} ${answer.status}`;
  statuses[what] = (statuses[what] ?? 0) + 1;
  return answer;
}

// A server that hangs up has given no answer, which is counted as an error; the next buyer comes over another connection.
async function asking(): Promise<(request: string) => Promise<Heard>> {
  const none: Heard = { status: 0, head: '', body: '' };
  let answered: (answer: Heard) => void = () => undefined;
  let ask: Ask | null = null;
  const hungUp = () => {
    ask = null;
    answered(none);
  };
  const open = async () => (ask ??= await openConnection(port, hungUp));
  await open();
  return async (request) => {
    const sender = await open();
    return new Promise((resolve) => {
      answered = resolve;
      sender(request, resolve);
    });
  };
}
