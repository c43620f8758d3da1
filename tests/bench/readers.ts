/**
 * Readers of one page, in a process of their own: so many connections over loopback, each asking again as soon as it is
 * answered, in turn of two servers. Reads its orders from argv, prints one JSON line.
 */
import { connect } from 'node:net';

export type Reading = {
  ports: { page: number; bare: number };
  path: string;
  headers: Record<string, string>;
  connections: number;
  slices: number;
  sliceMs: number;
};
export type Read = { answers: number; seconds: number; perSecond: number[]; p50Ms: number; p99Ms: number };
export type ReadBoth = Record<keyof Reading['ports'], Read & { statuses: Record<string, number> }>;

type Ask = (heard: (status: number) => void) => void;

const lastChunk = Buffer.from('0\r\n\r\n');

const orders = JSON.parse(process.argv[2] ?? '{}') as Reading;
const request = Buffer.from(
  `GET ${orders.path} HTTP/1.1\r\n${Object.entries({ Host: 'localhost', ...orders.headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`,
);
const sides = { page: await openSide(orders.ports.page), bare: await openSide(orders.ports.bare) };
// What is measured is neither this program's start nor the servers'.
for (const side of [sides.page, sides.bare]) await readFor(side, orders.sliceMs);
for (const side of [sides.page, sides.bare]) side.taken = fresh();
for (let slice = 0; slice < orders.slices; slice += 1) {
  const turn = slice % 2 === 0 ? [sides.bare, sides.page] : [sides.page, sides.bare];
  for (const side of turn) await readFor(side, orders.sliceMs);
}
process.stdout.write(`${JSON.stringify({ page: summed(sides.page), bare: summed(sides.bare) } satisfies ReadBoth)}\n`);
process.exit(0);

type Taken = { ms: number[]; rates: number[]; seconds: number; statuses: Record<string, number> };
type Side = { asks: Ask[]; taken: Taken };

function fresh(): Taken {
  return { ms: [], rates: [], seconds: 0, statuses: {} };
}

async function openSide(port: number): Promise<Side> {
  return { asks: await Promise.all(Array.from({ length: orders.connections }, () => open(port))), taken: fresh() };
}

async function readFor({ asks, taken }: Side, ms: number): Promise<void> {
  const began = performance.now();
  const before = taken.ms.length;
  await Promise.all(asks.map((ask) => keepAsking(ask, taken, began + ms)));
  const seconds = (performance.now() - began) / 1_000;
  taken.seconds += seconds;
  taken.rates.push(Math.round((taken.ms.length - before) / seconds));
}

function keepAsking(ask: Ask, taken: Taken, until: number): Promise<void> {
  return new Promise((resolve) => {
    const again = () => {
      const sent = performance.now();
      if (sent > until) return resolve();
      ask((status) => {
        taken.ms.push(performance.now() - sent);
        taken.statuses[status] = (taken.statuses[status] ?? 0) + 1;
        again();
      });
    };
    again();
  });
}

/** A connection that counts the bytes of an answer and looks at none but those of its head. */
function open(port: number): Promise<Ask> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let heard: (status: number) => void = () => undefined;
    let status = 0;
    let left: number | 'chunks' = 0;
    socket
      .on('connect', () =>
        resolve((hear) => {
          heard = hear;
          socket.write(request);
        }),
      )
      .on('error', reject)
      .on('close', () => {
        throw new Error('The server hung up');
      })
      .on('data', (chunk: Buffer) => {
        if (left === 0) left = begin(chunk);
        else if (left !== 'chunks') left -= chunk.length;
        if (left === 'chunks' && lastChunk.equals(chunk.subarray(-lastChunk.length))) left = 0;
        if (left === 0) heard(status);
      });

    function begin(chunk: Buffer): number | 'chunks' {
      const end = chunk.indexOf('\r\n\r\n');
      if (end < 0) throw new Error('A head in more than one part');
      const head = chunk.toString('latin1', 0, end);
      status = Number(head.slice(9, 12));
      if (/transfer-encoding: chunked/i.test(head) && status !== 304) return 'chunks';
      const length = status === 304 ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1]);
      if (Number.isNaN(length)) throw new Error(`An answer without a length: ${head}`);
      return length + end + 4 - chunk.length;
    }
  });
}

function summed({ taken: { ms, rates, seconds, statuses } }: Side): Read & { statuses: Record<string, number> } {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (part: number) => Number((sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(2));
  return { answers: ms.length, seconds, perSecond: rates, p50Ms: at(0.5), p99Ms: at(0.99), statuses };
}
