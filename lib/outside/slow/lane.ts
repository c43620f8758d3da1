import { bounded } from '@/lib/core/bounded';

import type { Outcome, Turn } from '.';
import { bytesOf } from './job';
import type { LaneOptions } from './lane-options';
import { busy, createQueue } from './queue';
import { createRunner } from './runner';

export type Lane = {
  run(task: string, input: object, turn?: Turn): Promise<Outcome>;
  stop(): void;
  pid(): number | undefined;
};

/** A process of its own for slow tasks, with a bounded queue in which those who ask take turns. */
export function createLane(options: LaneOptions, register: typeof bounded = bounded): Lane {
  const queue = createQueue(options, register);
  const runner = createRunner(options, pump);
  let ids = 0;
  let idle: NodeJS.Timeout | undefined;

  function pump(): void {
    clearTimeout(idle);
    while (runner.running().length < options.atOnce) {
      const job = queue.next(runner.running());
      if (!job) break;
      runner.begin(job);
    }
    if (options.idleMs > 0 && runner.running().length === 0) idle = setTimeout(runner.close, options.idleMs).unref();
  }

  return {
    run: (task, input, { owner, first = false } = {}) =>
      new Promise((resolve, reject) => {
        const id = (ids += 1);
        const job = {
          id,
          task,
          input,
          owner: owner ?? `${id}`,
          first,
          bytes: bytesOf(input),
          tries: 0,
          resolve,
          reject,
        };
        if (queue.add(job, runner.running())) pump();
        else resolve(busy());
      }),
    stop: runner.close,
    pid: runner.pid,
  };
}
