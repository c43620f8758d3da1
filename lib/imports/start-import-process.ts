import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { log } from '@/lib/core/log';

/**
 * Starts the process of a run and does not wait for it: an import takes minutes or hours, and a worker that is told to end waits for its jobs.
 * It ends by itself when this one does, and is started again by `tendImportRuns` where it died.
 */
export function startImportProcess({ id }: { id: string }): void {
  const child = fork(fileURLToPath(new URL('../flows/imports/import-process.ts', import.meta.url)), [id], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--import', fileURLToPath(new URL('../../scripts/lib/loader.mjs', import.meta.url))],
  });
  child.on('error', (error) => log.error({ err: error, run: id }, 'the process of an import did not start'));
  child.on('exit', (code) => code !== 0 && log.warn({ code, run: id }, 'the process of an import ended early'));
  child.unref();
  child.channel?.unref();
}
