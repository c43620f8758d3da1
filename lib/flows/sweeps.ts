import { log } from '@/lib/core/log';
import { clock, minute } from '@/lib/core/time';

export type Sweep = { name: string; everyMs: number; run: (now: Date) => Promise<unknown> };

/** What is looked at again and again: each finds its rows by time and may run in several processes at once. */
export const sweeps: readonly Sweep[] = [];

/** Starts every sweep's own rhythm; one that fails is logged and runs again at its next turn. */
export function startSweeps(): { stop(): Promise<void> } {
  const running = new Set<Promise<unknown>>();
  const timers = sweeps.map((sweep) => {
    const turn = () => {
      const done: Promise<unknown> = sweep
        .run(clock())
        .catch((error: unknown) => log.error({ err: error, sweep: sweep.name }, 'sweep failed'))
        .finally(() => running.delete(done));
      running.add(done);
    };
    return setInterval(turn, sweep.everyMs ?? minute);
  });
  return {
    stop: async () => {
      timers.forEach((timer) => clearInterval(timer));
      await Promise.allSettled([...running]);
    },
  };
}
