/** The process that does slow tasks: reads them from its parent, one message each, and answers each by one. */
import { readdirSync } from 'node:fs';
import os from 'node:os';

import { Refused } from '@/lib/core/errors';

import type { Answered } from './child-process';
import { prepareTask, tasks, type SlowTasks } from './tasks';

type Asked = { id: number; task: keyof SlowTasks; input: never };

giveWay(Number(process.argv[2]));
process.on('message', (asked: Asked) => void begin(asked));
process.on('disconnect', () => process.exit(0));
// Ctrl-C reaches every process of a terminal; the parent says when this one ends.
process.on('SIGINT', () => undefined);

// How long a task takes is counted from here, not from when this process was asked for.
async function begin(asked: Asked): Promise<void> {
  await prepareTask[asked.task]();
  process.send?.({ id: asked.id, begun: true }, () => void work(asked).then((answer) => process.send?.(answer)));
}

async function work({ id, task, input }: Asked): Promise<Answered> {
  try {
    return { id, result: await tasks[task](input) };
  } catch (error) {
    if (error instanceof Refused)
      return { id, refused: { code: error.code, message: error.message, detail: error.detail } };
    return { id, error: String((error as Error)?.stack ?? error) };
  }
}

// Requests have priority over this process. On Linux niceness is per thread.
function giveWay(niceness: number): void {
  try {
    os.setPriority(niceness);
    for (const thread of readdirSync('/proc/self/task')) os.setPriority(Number(thread), niceness);
  } catch {
    // Another system: the process as a whole gives way, or none of it may.
  }
}
