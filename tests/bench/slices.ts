/**
 * The gate and its yardstick in alternating slices of one run, under the same requests and connections: bare server, a
 * whole drop at the gate, bare server, the next drop, and so on. Both have been warmed alike. What the machine does
 * besides meets both, so a ratio repeats. Reads its orders from argv, prints one JSON line.
 */
import { buyersIn, claimsFor, openConnections, runLoad, type Load, type Wanted } from './load-run';

export type SliceOrders = {
  gate: number[];
  /** The ports of each yardstick: one bare server, and as many as there are gates. */
  bare: number[][];
  warmUp: Wanted[];
  drops: Wanted[];
  buyersFile: string;
  buyers: number;
  connections: number;
  warmSeconds: number;
  bareSeconds: number;
};
/** One drop at the gate, and what each yardstick did in the slices before and after it, in answers a second. */
export type Slice = { gate: Load; bare: number[] };

const orders = JSON.parse(process.argv[2] ?? '{}') as SliceOrders;
const buyers = buyersIn(orders.buyersFile, orders.buyers);
const gate = await openConnections(orders.gate, orders.connections);
const bare = await Promise.all(orders.bare.map((ports) => openConnections(ports, orders.connections)));
const forSeconds = (leastSeconds: number) => ({ least: 0, leastSeconds });

// More drops than one are seen while warming: V8 throws away what it made for a single one when the second comes.
for (const drop of orders.warmUp) {
  const requests = claimsFor(drop, buyers);
  await runLoad(gate, requests, forSeconds(orders.warmSeconds));
  for (const asks of bare) await runLoad(asks, requests, forSeconds(orders.warmSeconds));
}

const drops = orders.drops.map((drop) => claimsFor(drop, buyers));
const measureBare = async (requests: Buffer[]) => {
  const rates: number[] = [];
  for (const asks of bare) rates.push((await runLoad(asks, requests, forSeconds(orders.bareSeconds))).perSecond);
  return rates;
};
const slices: Slice[] = [];
let before = await measureBare(drops[0]!);
for (const requests of drops) {
  const load = await runLoad(gate, requests, { least: requests.length, leastSeconds: 0 });
  const after = await measureBare(requests);
  slices.push({ gate: load, bare: before.map((rate, at) => Math.round((rate + after[at]!) / 2)) });
  before = after;
}
process.stdout.write(`${JSON.stringify({ slices })}\n`);
process.exit(0);
