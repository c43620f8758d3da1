/** `npm run bench:pages -- [--connections N] [--slices N] [--ms N] [--keep]`: how fast public pages are sent, beside a bare server that sends the same bytes, in turn. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';

import type { BarePages } from '@/tests/bench/bare-pages';
import type { ReadBoth, Reading } from '@/tests/bench/readers';
import { numbersIn } from '@/tests/bench/stage';

import { median, writeLine } from './lib/bench-line';
import { withDemoServer } from './lib/demo-server';
import { pause } from './lib/processes';
import { readingPages } from './lib/reading-pages';
import { runForJson, start } from './lib/run-node';
import { Trouble } from './lib/say';
import { freePort, serverFlags } from './lib/serve';
import { listenForStop } from './lib/stop-signal';

const options = { connections: 32, slices: 30, ms: 250 };
const wanted = ['start', 'boards', 'thread', 'product', 'drop'];
const asked = { 'accept-encoding': 'gzip' };

type Page = { name: string; path: string };

export async function main(words: string[]): Promise<number> {
  listenForStop();
  const keep = words.includes('--keep');
  const chosen = numbersIn(
    words.filter((word) => word !== '--keep'),
    options,
  );
  await withDemoServer(keep, async (address) => {
    const pages = (await readingPages(address))
      .filter(([name]) => wanted.includes(name))
      .map(([name, at]) => ({ name, path: at }));
    for (const page of pages) for (const unchanged of [false, true]) await measure(address, page, unchanged, chosen);
  });
  return 0;
}

async function measure(
  address: string,
  page: Page,
  unchanged: boolean,
  { connections, slices, ms }: typeof options,
): Promise<void> {
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
  writeLine({
    bench: 'pages',
    case: unchanged ? `${page.name}, unchanged` : page.name,
    perSecond: median(read.page.perSecond),
    p50Ms: read.page.p50Ms,
    p99Ms: read.page.p99Ms,
    ratio: Number(median(ratios).toFixed(2)),
    barePerSecond: median(read.bare.perSecond),
    ratios: ratios.map((ratio) => Number(ratio.toFixed(2))),
    path: page.path,
    bytes: unchanged ? 0 : Buffer.from(answer.body, 'base64').length,
    statuses: read.page.statuses,
    connections,
  });
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
  const file = path.resolve('.data/e2e/bare-pages.json');
  mkdirSync(path.dirname(file), { recursive: true });
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
