/** `npm run bench:checkout -- [--units N] [--buyers N] [--at-once N] [--processes N]`: settled orders a second, from the claim to the paid order. */
import type { Shopped, Shopping } from '@/tests/bench/shoppers';
import { writeLine } from './lib/bench-line';
import { makeBuyers, numbersIn, onStage, type Stage } from '@/tests/bench/stage';

import { ask } from './lib/ask';
import { pause } from './lib/processes';
import { runForJson } from './lib/run-node';
import { say } from './lib/say';

const options = { units: 1_000, buyers: 5_000, 'at-once': 50, processes: 1 };
type Options = typeof options;

export async function main(words: string[]): Promise<number> {
  const wanted = numbersIn(words, options);
  const result = await onStage(wanted.processes, (stage) => measure(wanted, stage));
  writeLine(result);
  return result.oversold === 0 && result.errors === 0 && result.orders === Math.min(wanted.units, wanted.buyers)
    ? 0
    : 1;
}

async function measure({ units, buyers, 'at-once': atOnce, processes }: Options, { databaseUrl, ports }: Stage) {
  const { makeDrop } = await import('@/tests/support/drop-factories');
  const buyersFile = await makeBuyers(buyers);
  const warming = Math.min(400, buyers);
  const [warm, drop] = [await makeDrop({ units: [warming] }), await makeDrop({ units: [units] })];
  const shop = (made: typeof drop, count: number) =>
    runShoppers({ ports, slug: made.slug, variantId: made.variantIds[0]!, buyersFile, buyers: count, atOnce });
  // What is measured is neither the server's first minute nor the mails of a sale before.
  await shop(warm, warming);
  await untilDone(databaseUrl);
  const shopped = await shop(drop, buyers);
  say(`${shopped.granted} claims granted, ${shopped.paid} paid.`);
  const { paid, live, last } = await settled(databaseUrl, drop.id, shopped.paid);
  const seconds = Math.max(1e-3, (last - shopped.startedAt) / 1000);
  return {
    bench: 'checkout',
    case: processes === 1 ? 'one process' : `${processes} processes`,
    p50Ms: null,
    p99Ms: null,
    ratio: null,
    orders: paid,
    perSecond: Number((paid / seconds).toFixed(1)),
    units,
    oversold: Math.max(0, Math.max(paid, live) - units),
    errors: shopped.errors,
    buyers,
    atOnce,
    processes,
    seconds: Number(seconds.toFixed(2)),
    statuses: shopped.statuses,
  };
}

// An order is settled when the gateway's note has been acted on, which may be a moment after the payer was sent back.
async function settled(
  databaseUrl: string,
  dropId: string,
  wanted: number,
): Promise<{ paid: number; live: number; last: number }> {
  for (let round = 0; ; round += 1) {
    const [row] = await ask(
      databaseUrl,
      `SELECT count(*) FILTER (WHERE o."state" = 'PAID')::int AS paid, extract(epoch FROM max(o."paidAt")) * 1000 AS last,
      (SELECT count(*)::int FROM "Claim" c WHERE c."dropId" = '${dropId}' AND c."state" <> 'RELEASED') AS live FROM "Order" o WHERE o."dropId" = '${dropId}'`,
    );
    if (Number(row?.paid) >= wanted || round >= 300)
      return { paid: Number(row?.paid), live: Number(row?.live), last: Number(row?.last) };
    await pause(100);
  }
}

async function untilDone(databaseUrl: string): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    const [row] = await ask(
      databaseUrl,
      'SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE run_at <= now()',
    );
    if (row?.jobs === 0) return;
    await pause(100);
  }
}

function runShoppers(shopping: Shopping): Promise<Shopped> {
  return runForJson<Shopped>('tests/bench/shoppers.ts', [JSON.stringify(shopping)]);
}
