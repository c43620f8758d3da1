import { Refused } from '@/lib/core/errors';

import type { SlowTasks } from './tasks';

export type SlowTask = keyof SlowTasks;
export type SlowInput<T extends SlowTask> = Parameters<SlowTasks[T]>[0];
export type SlowResult<T extends SlowTask> = Awaited<ReturnType<SlowTasks[T]>>;

/** Who asks, so that nobody takes more than their turn; `first` goes before what can wait, such as a preview. */
export type Turn = { owner?: string; first?: boolean };
export type Refusal = { code: string; message: string; detail?: Refused['detail'] };
export type Outcome = { result?: unknown; refused?: Refusal };

// The threads of a server set this to send such work to processes of their own; see start-slow.ts. What passes is plain
// data: Next's bundle has classes of its own.
const shared = globalThis as unknown as {
  milletSlow?: (task: SlowTask, input: object, turn?: Turn) => Promise<Outcome>;
};

/**
 * Does what takes long: Markdown, passwords, pictures. In a server it is done in another process, a few at a time; in
 * scripts, tests and development at once and in place. Refused with `rate-limited` while too much waits, and with
 * `too-complex` when it takes too long.
 */
export async function runSlow<T extends SlowTask>(task: T, input: SlowInput<T>, turn?: Turn): Promise<SlowResult<T>> {
  if (!shared.milletSlow) return inPlace(task, input);
  const { result, refused } = await shared.milletSlow(task, input, turn);
  if (refused) throw new Refused(refused.code, refused.message, refused.detail);
  return result as SlowResult<T>;
}

async function inPlace<T extends SlowTask>(task: T, input: SlowInput<T>): Promise<SlowResult<T>> {
  const { tasks } = await import('./tasks');
  return (tasks[task] as (input: SlowInput<T>) => SlowResult<T>)(input);
}
