/** One file of all orders, taken over HTTP as fast as it comes, and what memory its server needed meanwhile. */
import { readFileSync } from 'node:fs';

import { writeLine } from '@/scripts/lib/bench-line';

import type { Running } from './stage';

const toMb = (kb: number) => Math.round(kb / 1024);

function residentKb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}

/** Takes the export of a list and writes its line: rows a second, seconds, size, memory before, at its most and after. */
export async function measureExport({ port, process: app }: Running, cookie: string, rows: number): Promise<void> {
  const [address, pid] = [`http://127.0.0.1:${port}`, app.pid!];
  const before = residentKb(pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, residentKb(pid))), 100);
  const began = performance.now();
  const answer = await fetch(`${address}/api/export/orders`, {
    method: 'POST',
    headers: { cookie, origin: address, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'reason=Measured&locale=en',
  });
  if (answer.status !== 200 || !answer.body) throw new Error(`The export answered ${answer.status}`);
  let [bytes, lines] = [0, 0];
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  }
  clearInterval(watch);
  if (lines !== rows + 1) throw new Error(`The file has ${lines} lines instead of ${rows + 1}`);
  const seconds = (performance.now() - began) / 1000;
  writeLine({
    bench: 'staff',
    case: 'export of all orders',
    perSecond: Math.round(rows / seconds),
    p50Ms: null,
    p99Ms: null,
    ratio: null,
    rows,
    seconds: Number(seconds.toFixed(1)),
    megabytes: toMb(bytes / 1024),
    memoryBeforeMb: toMb(before),
    memoryMostMb: toMb(most),
  });
}
