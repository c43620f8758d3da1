import { log } from '@/lib/core/log';
import { steadyClock } from '@/lib/core/time';
import { workerParts } from '@/lib/domains-worker';

/** Everything that is done again and again. */
export const schedules = workerParts.flatMap((part) => part.schedules ?? []);

/** Starts every schedule in its own rhythm; one that fails is logged and runs again at its next turn, one that is still at work skips a turn. */
export function startSchedules(): { stop(): Promise<void> } {
  const running = new Map<string, Promise<unknown>>();
  const timers = schedules.map((schedule) => {
    const turn = () => {
      if (running.has(schedule.name)) return;
      const done = schedule
        .run(steadyClock())
        .catch((error: unknown) => log.error({ err: error, schedule: schedule.name }, 'schedule failed'))
        .finally(() => running.delete(schedule.name));
      running.set(schedule.name, done);
    };
    return setInterval(turn, schedule.everyMs);
  });
  return {
    stop: async () => {
      timers.forEach((timer) => clearInterval(timer));
      await Promise.allSettled([...running.values()]);
    },
  };
}
