import { bounded, boundedMap } from '@/lib/core/bounded';
import { minute } from '@/lib/core/time';

import type { Outcome } from '.';
import { countOf, type Job } from './job';
import type { LaneOptions } from './lane-options';

export type Queue = {
  /** Adds a job; false when the queue is full, or when its owner has reached the limit. */
  add(job: Job, running: readonly Job[]): boolean;
  /** The job whose turn it is among those whose owners have none running. */
  next(running: readonly Job[]): Job | undefined;
};

/** A bounded fair queue: urgent jobs first, then the owner that was served longest ago. */
export function createQueue(
  { name, holds, count, bytes, waitMs, perOwner }: LaneOptions,
  register: typeof bounded,
): Queue {
  const waiting = register<Job>({
    name,
    holds,
    count,
    bytes,
    ttl: waitMs + minute,
    sizeOf: (job) => 500 + job.bytes,
    whenFull: 'refuse',
  });
  const served = boundedMap<number>({
    name: `${name}: served`,
    holds: '',
    count: 1_000,
    bytes: 256 * 1024,
    ttl: minute,
  });
  let turns = 0;
  const lastServed = ({ owner }: Job) => served.get(owner) ?? 0;
  const all = () => [...waiting.entries()].map(([, job]) => job);

  function leave({ id, timer }: Job): boolean {
    clearTimeout(timer);
    return waiting.delete(String(id));
  }

  return {
    add: (job, running) => {
      if (countOf(running, job.owner) + countOf(all(), job.owner) >= perOwner) return false;
      if (!waiting.set(String(job.id), job)) return false;
      job.timer = setTimeout(() => leave(job) && job.resolve(busy()), waitMs);
      return true;
    },
    next: (running) => {
      const [job] = all()
        .filter(({ owner }) => countOf(running, owner) === 0)
        .toSorted((a, b) => Number(b.first) - Number(a.first) || lastServed(a) - lastServed(b) || a.id - b.id);
      if (!job) return undefined;
      leave(job);
      served.set(job.owner, (turns += 1));
      return job;
    },
  };
}

/** The error of a job that finds the queue full. */
export function busy(): Outcome {
  return { refused: { code: 'rate-limited', message: 'Too much waits', detail: { values: { seconds: 5 } } } };
}
