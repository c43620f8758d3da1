import type { Outcome, Turn } from '.';

/** One task that was asked for, until it is answered. */
export type Job = Required<Turn> & {
  id: number;
  task: string;
  input: object;
  bytes: number;
  tries: number;
  timer?: NodeJS.Timeout;
  resolve: (outcome: Outcome) => void;
  reject: (error: unknown) => void;
};

/** The bytes that a task's input holds. */
export function bytesOf(input: object): number {
  return Object.values(input).reduce<number>((sum, value) => sum + bytesOfValue(value), 0);
}

function bytesOfValue(value: unknown): number {
  if (value instanceof Uint8Array) return value.byteLength;
  return typeof value === 'string' ? 2 * value.length : 50;
}

/** How many of the jobs somebody has. */
export function countOf(jobs: Iterable<Job>, owner: string): number {
  let count = 0;
  for (const job of jobs) if (job.owner === owner) count += 1;
  return count;
}
