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

/** True once the server says that it and its parts are well; false when it ended before, or did not say so in time. */
export async function untilHealthy(address: string, server: ChildProcess, patience = 60_000): Promise<boolean> {
  return (await whyUnhealthy(address, server, { patience })) === null;
}

type Started = Pick<ChildProcess, 'exitCode' | 'signalCode'>;
type Waiting = { patience: number; each?: number; tell?: (why: string) => void };

/**
 * Null once the server says that it and its parts are well, else why it does not: how it ended, or what it answered last. While it is
 * waited for, `tell` gets the same each so many milliseconds.
 */
export async function whyUnhealthy(address: string, server: Started, waiting: Waiting): Promise<string | null> {
  const { patience, each = 20_000, tell } = waiting;
  const began = Date.now();
  let told = began;
  let why = 'it has not answered yet';
  while (Date.now() - began < patience) {
    if (server.signalCode !== null) return `it was ended by ${server.signalCode}`;
    if (server.exitCode !== null) return `it ended with status ${server.exitCode}`;
    const answer = await askHealth(address);
    if (answer === null) return null;
    why = answer;
    if (Date.now() - told >= each) {
      told = Date.now();
      tell?.(why);
    }
    await pause(150);
  }
  return `${why}, after ${Math.round(patience / 1000)} seconds`;
}

async function askHealth(address: string): Promise<string | null> {
  // On a machine under load the first answer takes as long as reading the whole program does.
  const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  if (!answer) return 'it has not answered yet';
  if (answer.ok) return null;
  const { checks = {}, late = [] } = (await answer.json().catch(() => ({}))) as Failing;
  const failing = Object.entries(checks).flatMap(([name, state]) => (state === 'ok' ? [] : name));
  const what = failing.length > 0 ? `, failing: ${failing.join(', ')}` : '';
  return `it answers with status ${answer.status}${what}${late.length > 0 ? ` (late: ${late.join(', ')})` : ''}`;
}

type Failing = { checks?: Record<string, string>; late?: string[] };

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
