import { rmSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

import { log } from '@/lib/core/log';

import { generationMemory } from './page-generation';
import { makeSocketFolder } from './socket-folder';
import { openUpstream, type Upstream } from './upstream';

export type Pages = Pick<Upstream, 'pass' | 'fill' | 'post'> & { stop(): Promise<void> };

/**
 * Starts the thread that makes the pages and waits until it can. Next follows every promise of the thread it runs in, which
 * makes each SQL statement in that thread about 50 % slower: the sale's endpoints therefore run in another. Ends the process when
 * the thread dies, as nothing could be read any more.
 */
export async function startPages(): Promise<Pages> {
  const folder = makeSocketFolder();
  const socketPath = path.join(folder, 'pages');
  const thread = new Worker(new URL('./pages-thread.ts', import.meta.url), {
    workerData: { socketPath, generation: generationMemory() },
  });
  const gone = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  let stopping = false;
  const died = (error?: unknown) => {
    if (stopping) return;
    log.fatal({ err: error }, 'the thread that makes the pages ended');
    process.exit(1);
  };
  thread.on('error', died).on('exit', () => died());
  await new Promise<void>((resolve) => thread.once('message', () => resolve()));
  const { close, ...ways } = openUpstream(socketPath);
  return {
    ...ways,
    stop: async () => {
      stopping = true;
      thread.postMessage('stop');
      await gone;
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
