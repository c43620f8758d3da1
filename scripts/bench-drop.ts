/** `npm run bench:drop -- [--units N] [--buyers N] [--connections N] [--processes N] [--seconds N]`: how fast the gate settles claims; `--flood`: how it fares beside what is slow. */
import type { Load, Orders } from '@/tests/bench/load';
import { makeBuyers, numbersIn, onStage, startBare, type Running, type Stage } from '@/tests/bench/stage';

import { ask } from './lib/ask';
import { measureFlood } from './lib/bench-flood';
import { writeLine } from './lib/bench-line';
import { runForJson } from './lib/run-node';
import { say } from './lib/say';

const options = { units: 5_000, buyers: 50_000, connections: 200, processes: 1, seconds: 10 };
type Options = typeof options;
// Both to grant and to refuse are warm before the time is taken, and more drops than one were seen: V8 throws away what
// it made for a single one when the second comes.
const warmUp = { units: [15_000, 15_000], seconds: 4 };

export async function main(words: string[]): Promise<number> {
  if (words.includes('--flood')) return measureFlood();
  const wanted = numbersIn(words, options);
  const result = await onStage(wanted.processes, (stage) => measure(wanted, stage));
  writeLine(result);
  return result.oversold === 0 && result.errors === 0 && result.granted === Math.min(wanted.units, wanted.buyers)
    ? 0
    : 1;
}

async function measure({ units, buyers, connections, processes, seconds }: Options, { databaseUrl, ports }: Stage) {
  const { makeDrop } = await import('@/tests/support/drop-factories');
  const buyersFile = await makeBuyers(buyers);
  const drop = await makeDrop({ units: [units] });
  const warm = await Promise.all(warmUp.units.map((each) => makeDrop({ units: [each] })));
  const of = ({ slug, id, variantIds }: typeof drop) => ({ slug, dropId: id, variantId: variantIds[0]! });
  const load = (to: number[], leastSeconds: number) =>
    runLoad({
      ...of(drop),
      ports: to,
      buyersFile,
      connections,
      leastSeconds,
      buyers,
      warmUp: warm.map((each) => ({ ...of(each), seconds: warmUp.seconds })),
    });

  const bare = await startBare(processes);
  const barePorts = bare.map(({ port }) => port);
  // Before the gate and after it: what one bare server does, and what as many do as there are processes.
  const yardsticks = [...new Set([1, processes])].map((servers) => ({ servers, rates: [] as number[] }));
  const measureBare = async () => {
    for (const { servers, rates } of yardsticks)
      rates.push((await load(barePorts.slice(0, servers), seconds / 2)).perSecond);
  };
  // Every process knows the drop before its first claim comes: passes are asked for there.
  await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/api/drops/${drop.slug}/state`)));
  await measureBare();
  for (const { servers, rates } of yardsticks)
    say(
      `${servers === 1 ? 'Bare server' : `${servers} bare servers`}: ${rates[0]!.toLocaleString('en')} answers a second.`,
    );
  const gate = await load(ports, seconds);
  say(
    `Gate: ${gate.granting.perSecond.toLocaleString('en')} a second while units were granted, ${gate.soldOut.perSecond.toLocaleString('en')} once sold out.`,
  );
  await measureBare();
  stop(bare);
  const [books] = await ask(
    databaseUrl,
    `SELECT count(*)::int AS granted FROM "Claim" WHERE "dropId" = '${drop.id}' AND "state" <> 'RELEASED'`,
  );
  const [one, asMany] = yardsticks.map(({ servers, rates }) => ({
    servers,
    ...against(Math.round((rates[0]! + rates[1]!) / 2), gate),
  }));
  return {
    ...told({ units, processes, granted: Number(books?.granted), gate, one: one! }),
    ...(asMany && { ofAsManyBareServers: asMany }),
  };
}

type Ratios = { barePerSecond: number; ratio: number; granting: number; soldOut: number };

function against(barePerSecond: number, { perSecond, granting, soldOut }: Load): Ratios {
  const ratio = (rate: number) => Number((rate / barePerSecond).toFixed(2));
  return {
    barePerSecond,
    ratio: ratio(perSecond),
    granting: ratio(granting.perSecond),
    soldOut: ratio(soldOut.perSecond),
  };
}

// The yardstick is one bare server, as many processes as there may be at the gate.
function told({
  units,
  processes,
  granted,
  gate,
  one,
}: {
  units: number;
  processes: number;
  granted: number;
  gate: Load;
  one: Ratios;
}) {
  const errors = Object.entries(gate.statuses).reduce(
    (sum, [status, count]) => ([200, 201, 409].includes(Number(status)) ? sum : sum + count),
    0,
  );
  return {
    bench: 'drop',
    case: processes === 1 ? 'one process' : `${processes} processes`,
    attempts: gate.attempts,
    perSecond: gate.perSecond,
    p50Ms: gate.p50Ms,
    p99Ms: gate.p99Ms,
    barePerSecond: one.barePerSecond,
    ratio: one.ratio,
    units,
    granted,
    oversold: Math.max(0, granted - units),
    errors,
    processes,
    granting: { ...gate.granting, ratio: one.granting },
    soldOut: { ...gate.soldOut, ratio: one.soldOut },
    statuses: gate.statuses,
  };
}

function runLoad(orders: Orders): Promise<Load> {
  return runForJson<Load>('tests/bench/load.ts', [JSON.stringify(orders)]);
}

function stop(servers: Running[]): void {
  for (const { process: server } of servers) server.kill('SIGKILL');
}
