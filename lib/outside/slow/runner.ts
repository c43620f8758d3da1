import type { ChildProcess } from 'node:child_process';

import { log } from '@/lib/core/log';

import type { Outcome } from '.';
import { openChild, type Answered } from './child-process';
import type { Job } from './job';
import type { LaneOptions } from './lane-options';

export type Runner = { begin(job: Job): void; running(): Job[]; close(): void; pid(): number | undefined };

const mostTries = 2;
const mostStartMs = 30_000;

/** Runs jobs in a process that is started when there is one; `ended` is called whenever fewer run than before. */
export function createRunner(
  { niceness, limitMs }: Pick<LaneOptions, 'niceness' | 'limitMs'>,
  ended: () => void,
): Runner {
  const jobs = new Map<number, Job>();
  let child: ChildProcess | undefined;
  const close = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };

  function begin(job: Job): void {
    jobs.set(job.id, job);
    limit(job, mostStartMs, giveUp);
    child ??= openChild(niceness, settle, (opened) => child === opened && lost());
    child.send(
      { id: job.id, task: job.task, input: job.input },
      (error) => error && log.warn({ err: error }, 'a slow task was not sent'),
    );
  }

  function settle({ id, begun, error, ...outcome }: Answered): void {
    const job = jobs.get(id);
    if (!job) return;
    if (begun) return limit(job, limitMs, giveUp);
    finish(job);
    conclude(job, error, outcome);
    ended();
  }

  function finish(job: Job): void {
    jobs.delete(job.id);
    clearTimeout(job.timer);
  }

  function giveUp(job: Job): void {
    log.warn({ task: job.task }, 'a slow task took too long');
    finish(job);
    job.resolve({ refused: { code: 'too-complex', message: 'This takes too long' } });
    close();
    lost();
  }

  function lost(): void {
    child = undefined;
    takeAll(jobs).filter(mayTryAgain).forEach(begin);
    ended();
  }

  return { begin, running: () => [...jobs.values()], close, pid: () => child?.pid };
}

function takeAll(jobs: Map<number, Job>): Job[] {
  const taken = [...jobs.values()];
  jobs.clear();
  for (const { timer } of taken) clearTimeout(timer);
  return taken;
}

// Every task may run twice. One whose process ended twice is not tried again.
function mayTryAgain(job: Job): boolean {
  if ((job.tries += 1) < mostTries) return true;
  job.reject(new Error(`${job.task} ended its process`));
  return false;
}

function limit(job: Job, ms: number, giveUp: (job: Job) => void): void {
  clearTimeout(job.timer);
  job.timer = setTimeout(() => giveUp(job), ms);
}

function conclude(job: Job, error: string | undefined, outcome: Outcome): void {
  if (error) job.reject(new Error(error));
  else job.resolve(outcome);
}
