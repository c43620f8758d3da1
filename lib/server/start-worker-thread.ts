import { Worker } from 'node:worker_threads';

import { log } from '@/lib/core/log';

const restMs = 1_000;

/**
 * Starts the worker in a thread of its own, since some jobs take long: mails, pictures, whole lists of members. When the
 * thread dies it is started again; its jobs are in the database.
 */
export function startWorkerThread(): { stop(): Promise<void> } {
  let stopping = false;
  let thread = open();

  function open(): Worker {
    const opened = new Worker(new URL('./worker-thread.ts', import.meta.url));
    opened.on('error', (error) => log.error({ err: error }, 'the thread of the worker failed'));
    opened.on('exit', () => {
      if (!stopping) setTimeout(() => !stopping && (thread = open()), restMs);
    });
    return opened;
  }

  return {
    stop: async () => {
      stopping = true;
      const gone = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
      thread.postMessage('stop');
      await gone;
    },
  };
}
