/** `npm run worker`: jobs in a process of their own, beside servers that run with WORKER=off. */
import { prepare } from './lib/prepare';
import { ended, start } from './lib/run-node';
import { listenForStop } from './lib/stop-signal';

export async function main(): Promise<number> {
  Object.assign(process.env, { NODE_ENV: 'production' });
  const stop = listenForStop();
  const prepared = await prepare();
  try {
    const status = await ended(start({ script: 'scripts/lib/run-worker.ts' }));
    return stop.received ? 0 : status || 1;
  } finally {
    await prepared.release();
  }
}
