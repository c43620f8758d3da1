import type { Server as HttpServer } from 'node:http';
import { Server as NetServer } from 'node:net';

import { steadyNow } from '@/lib/core/time';

import { beginDraining } from './draining';

const graceMs = 1_000;
const lookMs = 50;

/**
 * Ends a server without cutting a request short: no connection is accepted any more, each answer closes its connection, and
 * what is still open after `withinMs` milliseconds is closed. Connections on which nothing is asked are closed after a moment,
 * since a request may be on its way on them.
 */
export async function drainServer(server: HttpServer, withinMs: number): Promise<void> {
  beginDraining();
  // By itself `close` of an HTTP server would cut those that are idle at this moment.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  const latest = steadyNow() + withinMs;
  // Counted in looks: a process that was kept from running has not yet read what came meanwhile.
  let looks = 0;
  const looking = setInterval(() => {
    looks += 1;
    if (steadyNow() >= latest) server.closeAllConnections();
    else if (looks * lookMs >= graceMs) server.closeIdleConnections();
  }, lookMs);
  await closed;
  clearInterval(looking);
}
