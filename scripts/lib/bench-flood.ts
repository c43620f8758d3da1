/** `npm run bench:drop -- --flood`: how long a claim takes while others flood the server with what is slow. */
import path from 'node:path';

import type { Flood, Flooded } from '@/tests/bench/flood';
import type { Load, Orders } from '@/tests/bench/load';
import { makeBuyers, onStage, type Stage } from '@/tests/bench/stage';

import { ask } from './ask';
import { writeLine } from './bench-line';
import { runForJson } from './run-node';
import { say } from './say';

const options = { units: 2_000, buyers: 20_000, connections: 20, pauseMs: 20, seconds: 12 };
const settleSeconds = 3;

/** Measures claims in quiet, under the flood and in quiet again, each in a drop of its own. */
export async function measureFlood() {
  const result = await onStage(1, measure);
  writeLine(result);
  return result.oversold === 0 && result.errors === 0 ? 0 : 1;
}

async function measure({ databaseUrl, ports }: Stage) {
  const { makeDrop } = await import('@/tests/support/drop-factories');
  const buyersFile = await makeBuyers(options.buyers);
  const pictureFile = await makePicture();
  const drops = await Promise.all(Array.from({ length: 4 }, () => makeDrop({ units: [options.units] })));
  const [warm, ...rest] = drops.map(({ slug, id, variantIds }) => ({ slug, dropId: id, variantId: variantIds[0]! }));
  await Promise.all(drops.map(({ slug }) => fetch(`http://127.0.0.1:${ports[0]}/api/drops/${slug}/state`)));
  const load = (at: number) =>
    runLoad({
      ...rest[at]!,
      ports,
      buyersFile,
      ...options,
      leastSeconds: options.seconds,
      least: 0,
      warmUp: { ...warm!, seconds: 3 },
    });

  // What is slow has been asked for before the first quiet, too: its processes stand.
  await flood({ ports, buyersFile, pictureFile, seconds: 3 });
  const before = await load(0);
  say(`Quiet: p99 ${before.p99Ms} ms.`);
  const flooding = flood({ ports, buyersFile, pictureFile, seconds: options.seconds + settleSeconds + 12 });
  await new Promise((resolve) => setTimeout(resolve, settleSeconds * 1000));
  const during = await load(1);
  say(`Flood: p99 ${during.p99Ms} ms.`);
  const flooded = await flooding;
  const after = await load(2);
  say(`Quiet again: p99 ${after.p99Ms} ms.`);
  const granted = await ask(
    databaseUrl,
    `SELECT "dropId", count(*)::int AS granted FROM "Claim" WHERE "state" <> 'RELEASED' GROUP BY 1`,
  );
  return summary({
    before,
    during,
    after,
    flooded,
    oversold: granted.reduce((sum, row) => sum + Math.max(0, Number(row.granted) - options.units), 0),
  });
}

function summary({
  before,
  during,
  after,
  flooded,
  oversold,
}: {
  before: Load;
  during: Load;
  after: Load;
  flooded: Flooded;
  oversold: number;
}) {
  const quietP99Ms = Number(((before.p99Ms + after.p99Ms) / 2).toFixed(1));
  const wrong = ({ statuses }: Load) =>
    Object.entries(statuses).reduce(
      (sum, [status, count]) => ([200, 201, 409].includes(Number(status)) ? sum : sum + count),
      0,
    );
  const of = ({ attempts, perSecond, p50Ms, p99Ms, statuses }: Load) => ({
    attempts,
    perSecond,
    p50Ms,
    p99Ms,
    statuses,
  });
  return {
    bench: 'drop',
    case: 'flood',
    perSecond: during.perSecond,
    p50Ms: during.p50Ms,
    p99Ms: during.p99Ms,
    quietP99Ms,
    ratio: Number((during.p99Ms / quietP99Ms).toFixed(2)),
    oversold,
    errors: wrong(before) + wrong(during) + wrong(after),
    quiet: of(before),
    flood: of(during),
    quietAgain: of(after),
    flooded,
  };
}

function runLoad(orders: Orders): Promise<Load> {
  return runForJson<Load>('tests/bench/load.ts', [JSON.stringify(orders)]);
}

function flood(orders: Flood): Promise<Flooded> {
  return runForJson<Flooded>('tests/bench/flood.ts', [JSON.stringify(orders)]);
}

// Small to send and large to decode.
async function makePicture(): Promise<string> {
  const { default: sharp } = await import('sharp');
  const file = path.resolve('.data/bench/picture.webp');
  await sharp({ create: { width: 7_000, height: 7_000, channels: 3, background: '#c84' } })
    .webp({ quality: 20 })
    .toFile(file);
  return file;
}
