/** `npm run dev`: Next with fast reload, and the worker, restarted when its sources change. */
import { prepare, requireSettings } from './lib/prepare';
import { ended, programOf, start, stopAll } from './lib/run-node';
import { port, requireFreePort } from './lib/serve';
import { listenForStop } from './lib/stop-signal';

export async function main(): Promise<number> {
  Object.assign(process.env, { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' });
  const stop = listenForStop();
  requireSettings();
  await requireFreePort(port());
  const prepared = await prepare({ seed: true });
  try {
    if (stop.received) return 130;
    const pages = start({ script: programOf('next', 'dist/bin/next'), words: ['dev', '--port', String(port())] });
    const worker = start({
      script: programOf('tsx', 'dist/cli.mjs'),
      words: ['watch', '--clear-screen=false', 'scripts/lib/run-worker.ts'],
    });
    const status = await Promise.race([ended(pages), ended(worker)]);
    await stopAll();
    return stop.received ? 0 : status || 1;
  } finally {
    await prepared.release();
  }
}
