/** The production server as a child of the script that prepared it. */
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

import { settings } from '../../lib/core/settings';
import { pause } from './processes';
import { start, type Variables } from './run-node';
import { Trouble } from './say';

export const port = (): number => settings.shape.PORT.parse(process.env.PORT?.trim() || undefined);

/**
 * A young generation large enough for objects that live as long as a claim waits for its batch, so that the collector need not copy them; and Node's own
 * code in large pages where the machine has them, since a claim runs through much of it.
 */
export const serverFlags = ['--max-semi-space-size=32', '--use-largepages=silent'];

export function startServer(variables: Variables = {}): ChildProcess {
  return start({ script: 'server.ts', flags: serverFlags, variables: { NODE_ENV: 'production', ...variables } });
}

/** A server that was killed a moment ago may still be letting go of the port. */
export async function requireFreePort(wanted: number, patience = 5_000): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isFree(wanted))) {
    if (Date.now() > end)
      throw new Trouble(`Port ${wanted} is in use by another program. Choose one: PORT=${wanted + 1} npm start`);
    await pause(200);
  }
}

/** True once the server says that it and its parts are well; false when it ended before. */
export async function untilHealthy(address: string, server: ChildProcess, patience = 60_000): Promise<boolean> {
  const end = Date.now() + patience;
  while (Date.now() < end && server.exitCode === null && server.signalCode === null) {
    const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(150);
  }
  return false;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function isFree(wanted: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
