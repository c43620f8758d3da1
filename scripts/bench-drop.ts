/** `npm run bench:drop -- [--units N] [--buyers N] [--connections N] [--processes N] [--rounds N]`: how fast the gate settles claims; `--flood`: how it fares beside what is slow. */
import type { Slice, SliceOrders } from '@/tests/bench/slices';
import { makeBuyers, numbersIn, onStage, startBare, type Stage } from '@/tests/bench/stage';

import { ask } from './lib/ask';
import { measureFlood } from './lib/bench-flood';
import { median, writeLine } from './lib/bench-line';
import { runForJson } from './lib/run-node';
import { say } from './lib/say';

const options = { units: 5_000, buyers: 50_000, connections: 200, processes: 1, rounds: 5 };
type Options = typeof options;
// Both to grant and to refuse are warm before the time is taken.
const warmUp = { units: [15_000, 15_000], seconds: 4 };
const bareSeconds = 1.5;

export async function main(words: string[]): Promise<number> {
  if (words.includes('--flood')) return measureFlood();
  const wanted = numbersIn(words, options);
  const result = await onStage(wanted.processes, (stage) => measure(wanted, stage));
  writeLine(result);
  const wholly = wanted.rounds * Math.min(wanted.units, wanted.buyers);
  return result.oversold === 0 && result.errors === 0 && result.granted === wholly ? 0 : 1;
}

async function measure(wanted: Options, { databaseUrl, ports }: Stage) {
  const { makeDrop } = await import('@/tests/support/drop-factories');
  const buyersFile = await makeBuyers(wanted.buyers);
  const make = async (units: number) => {
    const { slug, id, variantIds } = await makeDrop({ units: [units] });
    // Every process knows the drop before its first claim comes: passes are asked for there.
    await Promise.all(ports.map((port) => fetch(`http://127.0.0.1:${port}/api/drops/${slug}/state`)));
    return { slug, dropId: id, variantId: variantIds[0]! };
  };
  const drops = await Promise.all(Array.from({ length: wanted.rounds }, () => make(wanted.units)));
  const warm = await Promise.all(warmUp.units.map(make));
  const bare = await startBare(wanted.processes);
  const barePorts = bare.map(({ port }) => port);
  const slices = await runSlices({
    gate: ports,
    bare: [...new Set([1, wanted.processes])].map((servers) => barePorts.slice(0, servers)),
    warmUp: warm,
    drops,
    buyersFile,
    buyers: wanted.buyers,
    connections: wanted.connections,
    warmSeconds: warmUp.seconds,
    bareSeconds,
  });
  for (const { process: server } of bare) server.kill('SIGKILL');
  const books = await ask(
    databaseUrl,
    `SELECT count(*)::int AS granted FROM "Claim" WHERE "dropId" IN (${drops.map(({ dropId }) => `'${dropId}'`).join()}) AND "state" <> 'RELEASED' GROUP BY "dropId"`,
  );
  const granted = books.map((row) => Number(row.granted));
  return {
    ...summary(slices, wanted),
    granted: granted.reduce((sum, each) => sum + each, 0),
    oversold: granted.reduce((sum, each) => sum + Math.max(0, each - wanted.units), 0),
  };
}

// Each figure is the median of the rounds; a ratio is taken within its round, from the bare slices before and after it.
function summary(slices: Slice[], { units, processes }: Options) {
  const errors = slices
    .flatMap(({ gate }) => Object.entries(gate.statuses))
    .reduce((sum, [status, count]) => ([200, 201, 409].includes(Number(status)) ? sum : sum + count), 0);
  for (const { gate, bare } of slices)
    say(`Gate ${gate.perSecond.toLocaleString('en')} a second, bare server ${bare[0]!.toLocaleString('en')}.`);
  return {
    bench: 'drop',
    case: processes === 1 ? 'one process' : `${processes} processes`,
    perSecond: median(slices.map(({ gate }) => gate.perSecond)),
    p50Ms: median(slices.map(({ gate }) => gate.p50Ms)),
    p99Ms: median(slices.map(({ gate }) => gate.p99Ms)),
    barePerSecond: median(slices.map(({ bare }) => bare[0]!)),
    ...ratios(slices, 0),
    granting: part(slices, 'granting'),
    soldOut: part(slices, 'soldOut'),
    ...(processes > 1 && { ofAsManyBareServers: ratios(slices, 1) }),
    units,
    processes,
    errors,
  };
}

function ratios(slices: Slice[], yardstick: number) {
  const of = (rate: (slice: Slice) => number) =>
    slices.map((slice) => Number((rate(slice) / slice.bare[yardstick]!).toFixed(2)));
  const whole = of(({ gate }) => gate.perSecond);
  return {
    ratio: median(whole),
    rounds: {
      whole,
      granting: of(({ gate }) => gate.granting.perSecond),
      soldOut: of(({ gate }) => gate.soldOut.perSecond),
    },
  };
}

function part(slices: Slice[], name: 'granting' | 'soldOut') {
  return {
    perSecond: median(slices.map(({ gate }) => gate[name].perSecond)),
    p99Ms: median(slices.map(({ gate }) => gate[name].p99Ms)),
    ratio: Number(median(slices.map(({ gate, bare }) => gate[name].perSecond / bare[0]!)).toFixed(2)),
  };
}

async function runSlices(orders: SliceOrders): Promise<Slice[]> {
  return (await runForJson<{ slices: Slice[] }>('tests/bench/slices.ts', [JSON.stringify(orders)])).slices;
}
