import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { Outcome } from '.';

/** That a task has begun, or what it came to; an error is a bug. */
export type Answered = Outcome & { id: number; begun?: boolean; error?: string };

/** Starts a process that does slow tasks; `lost` is called when it ends. It ends by itself when this one does. */
export function openChild(
  niceness: number,
  answered: (answer: Answered) => void,
  lost: (child: ChildProcess) => void,
): ChildProcess {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [String(niceness)], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: ['--import', fileURLToPath(new URL('../../../scripts/lib/loader.mjs', import.meta.url))],
  });
  child
    .on('message', answered)
    .on('exit', () => lost(child))
    .on('error', () => lost(child));
  child.unref();
  child.channel?.unref();
  return child;
}
