/** `npm run bench:staff -- [--rows N] [--times N]`: how long the staff's lists take among a million orders, members and posts, each named order with each set of filters, searches, and pages behind the first; then a file of all orders, with the memory that its server needs. */
import { numbersIn, onStage, type Stage } from '@/tests/bench/stage';
import type { ListCase } from '@/tests/bench/staff-cases';

import { writeLine } from './lib/bench-line';
import { say } from './lib/say';

const options = { rows: 1_000_000, times: 20 };
const mostMs = 150;

export async function main(words: string[]): Promise<number> {
  const chosen = numbersIn(words, options);
  return onStage(1, (stage) => measure(chosen, stage));
}

async function measure({ rows, times }: typeof options, { apps, ports }: Stage): Promise<number> {
  const { fillShop } = await import('@/tests/bench/staff-rows');
  const { measureExport } = await import('@/tests/bench/staff-export');
  const { listCases } = await import('@/tests/bench/staff-cases');
  const { sealSession } = await import('@/lib/server/token');
  const { sessionCookie } = await import('@/lib/server/cookies');
  const shop = await fillShop(rows);
  const cookie = `${sessionCookie}=${await sealSession({ memberId: shop.adminId, version: 1 })}`;
  const ask = (path: string) => timed(`http://127.0.0.1:${ports[0]}${path}`, cookie);
  // What is measured is not the server's first pages.
  for (let round = 0; round < 10; round += 1) await ask('/en/staff/orders');
  const slow: string[] = [];
  for (const each of listCases(shop)) {
    const took = await measureCase(each, times, ask);
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((part) => percentile(took, part)) as [number, number, number];
    if (p95 > mostMs) slow.push(each.name);
    const seconds = took.reduce((sum, ms) => sum + ms, 0) / 1000;
    writeLine({
      bench: 'staff',
      case: each.name,
      perSecond: Number((took.length / seconds).toFixed(1)),
      p50Ms: p50,
      p95Ms: p95,
      p99Ms: p99,
      ratio: null,
      rows,
      path: each.path,
    });
  }
  await measureExport(apps[0]!, cookie, rows);
  say(
    slow.length === 0
      ? `Every list answers within ${mostMs} ms at p95.`
      : `Over ${mostMs} ms at p95: ${slow.join('; ')}`,
  );
  return slow.length === 0 ? 0 : 1;
}

type Asks = (path: string) => Promise<{ ms: number; body: string }>;

// The first page, and every other time the one behind it.
async function measureCase({ path, name }: ListCase, times: number, ask: Asks): Promise<number[]> {
  const { body } = await ask(path);
  const next = /<a[^>]*rel="next"[^>]*href="([^"]+)"|<a[^>]*href="([^"]+)"[^>]*rel="next"/.exec(body);
  const behind = (next?.[1] ?? next?.[2])?.replaceAll('&amp;', '&');
  if (!/<h1/.test(body)) throw new Error(`${name} is no page: ${path}`);
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push((await ask(time % 2 === 1 && behind ? behind : path)).ms);
  return took;
}

async function timed(url: string, cookie: string): Promise<{ ms: number; body: string }> {
  const began = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  return { ms: performance.now() - began, body };
}

function percentile(took: number[], part: number): number {
  const sorted = took.toSorted((a, b) => a - b);
  return Number((sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)] ?? 0).toFixed(1));
}
