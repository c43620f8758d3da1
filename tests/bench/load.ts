/** One load on one drop, in a process of its own. Reads its orders from argv, prints one JSON line. */
import { buyersIn, claimsFor, openConnections, runLoad, type Bounds, type Load, type Wanted } from './load-run';

/** Before time is taken the same is asked of another drop: what is measured is neither this program's start nor the server's. */
export type Orders = Bounds &
  Wanted & {
    ports: number[];
    buyersFile: string;
    connections: number;
    buyers: number;
    warmUp: Wanted & { seconds: number };
  };
export type { Load };

const orders = JSON.parse(process.argv[2] ?? '{}') as Orders;
const buyers = buyersIn(orders.buyersFile, orders.buyers);
const [requests, warming] = [claimsFor(orders, buyers), claimsFor(orders.warmUp, buyers)];
const asks = await openConnections(orders.ports, orders.connections);
await runLoad(asks, warming, { ...orders, least: 0, leastSeconds: orders.warmUp.seconds });
process.stdout.write(`${JSON.stringify(await runLoad(asks, requests, orders))}\n`);
process.exit(0);
