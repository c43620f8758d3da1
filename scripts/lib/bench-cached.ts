/** How fast a kept page is sent, beside a bare server that sends the same bytes, in slices that alternate within one run. */
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';

import { makeFolder } from '@/lib/core/make-folder';
import type { BarePages } from '@/tests/bench/bare-pages';
import type { ReadBoth, Reading } from '@/tests/bench/readers';

import { median, writeLine } from './bench-line';
import { pause } from './processes';
import { runForJson, start } from './run-node';
import { Trouble } from './say';
import { freePort, serverFlags } from './serve';

const asked = { 'accept-encoding': 'gzip' };

export type CachedPage = { bench: string; name: string; path: string };
export type Readers = { connections: number; slices: number; ms: number };

/** Writes the line of a page, for readers who have it not or (`unchanged`) already; answers its ratio to the bare server. */
export async function measureCached(
  address: string,
  page: CachedPage,
  unchanged: boolean,
  { connections, slices, ms }: Readers,
): Promise<number> {
  const answer = await kept(address + page.path);
  const bare = await startBare({ [page.path]: answer });
  const read = await runForJson<ReadBoth>('tests/bench/readers.ts', [
    JSON.stringify({
      ports: { page: Number(new URL(address).port), bare: bare.port },
      path: page.path,
      headers: { ...asked, ...(unchanged && { 'if-none-match': answer.etag }) },
      connections,
      slices,
      sliceMs: ms,
    } satisfies Reading),
  ]);
  bare.stop();
  // Of each two slices that lie side by side: what else the machine does changes within a run as well.
  const ratios = read.page.perSecond.map((rate, at) => rate / read.bare.perSecond[at]!);
  const ratio = Number(median(ratios).toFixed(2));
  writeLine({
    bench: page.bench,
    case: unchanged ? `${page.name}, unchanged` : page.name,
    perSecond: median(read.page.perSecond),
    p50Ms: read.page.p50Ms,
    p99Ms: read.page.p99Ms,
    ratio,
    barePerSecond: median(read.bare.perSecond),
    ratios: ratios.map((ratio) => Number(ratio.toFixed(2))),
    path: page.path,
    bytes: unchanged ? 0 : Buffer.from(answer.body, 'base64').length,
    statuses: read.page.statuses,
    connections,
  });
  return ratio;
}

/** The answer as it is sent again and again: the third, since the first is being made. */
async function kept(url: string): Promise<BarePages[string]> {
  for (let round = 0; round < 2; round += 1) await raw(url, asked);
  const { headers, body, etag } = await raw(url, asked);
  if (!etag) throw new Trouble(`${url} has no ETag`);
  const { headers: unchanged } = await raw(url, { ...asked, 'if-none-match': etag });
  return { headers: ofMessage(headers), unchanged: ofMessage(unchanged), etag, body: body.toString('base64') };
}

// Node's own server adds these by itself.
function ofMessage(raw: string[]): string[] {
  return raw.filter((_, at) => !/^(date|connection|keep-alive)$/i.test(raw[at - (at % 2)]!));
}

function raw(url: string, headers: Record<string, string>) {
  return new Promise<{ headers: string[]; etag: string; body: Buffer }>((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () =>
          resolve({ headers: answer.rawHeaders, etag: answer.headers.etag ?? '', body: Buffer.concat(chunks) }),
        )
        .on('error', reject);
    }).on('error', reject);
  });
}

async function startBare(pages: BarePages): Promise<{ port: number; stop(): void }> {
  const file = path.resolve(process.env.DATA_DIR ?? '.data', 'bare-pages.json');
  makeFolder(path.dirname(file));
  writeFileSync(file, JSON.stringify(pages));
  const port = await freePort();
  const server = start({
    script: 'tests/bench/bare-pages.ts',
    words: [file],
    flags: serverFlags,
    variables: { PORT: String(port), NODE_ENV: 'production' },
  });
  for (let round = 0; round < 100; round += 1) {
    if (await raw(`http://127.0.0.1:${port}${Object.keys(pages)[0]}`, {}).catch(() => undefined))
      return { port, stop: () => void server.kill('SIGKILL') };
    await pause(50);
  }
  throw new Trouble('The bare server did not come up');
}
