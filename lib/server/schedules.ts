import { db } from '@/lib/core/db';
import { log } from '@/lib/core/log';
import type { Schedule } from '@/lib/core/schedules';
import { after, minute, steadyClock } from '@/lib/core/time';
import { workerParts } from '@/lib/domains-worker';

/** Every schedule. */
export const schedules: readonly Schedule[] = workerParts.flatMap((part) => part.schedules ?? []);

/** What a run may take before it is given up: its statements were ended by the database long before. */
const mostMs = 5 * minute;
const noteEveryMs = minute;
const patienceMs = 5 * minute;

/**
 * Starts every schedule in its own rhythm; one that fails is logged and runs again at its next turn, one that is still at work
 * skips a turn, and one that never ends is given up, so that its next turn comes.
 */
export function startSchedules(
  all: readonly Schedule[] = schedules,
  limitMs: number = mostMs,
): { stop(): Promise<void> } {
  const running = new Map<string, Promise<unknown>>();
  const noted = new Map<string, number>();
  const ready = noteStart(all).catch((error: unknown) => log.warn({ err: error }, 'schedules could not be noted'));
  const turn = (schedule: Schedule) => {
    const { name } = schedule;
    if (running.has(name)) return;
    const done = runOnce(schedule, limitMs)
      .then(() => noteSuccess(schedule, noted))
      .catch((error: unknown) => log.error({ err: error, schedule: name }, 'schedule failed'))
      .finally(() => running.delete(name));
    running.set(name, done);
  };
  const timers = all.map((schedule) => setInterval(() => turn(schedule), schedule.everyMs));
  return {
    stop: async () => {
      timers.forEach((timer) => clearInterval(timer));
      await Promise.allSettled([ready, ...running.values()]);
    },
  };
}

async function runOnce({ run }: Schedule, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`given up after ${limitMs} ms`)), limitMs);
  });
  await Promise.race([run(steadyClock()), late]).finally(() => clearTimeout(timer));
}

const dueBy = ({ everyMs }: Schedule, from: Date) => after(from, patienceMs + 3 * everyMs);

// A schedule that has just started is not late yet; one that was removed is not counted.
async function noteStart(all: readonly Schedule[]): Promise<void> {
  const now = steadyClock();
  await db.scheduleRun.deleteMany({ where: { name: { notIn: all.map(({ name }) => name) } } });
  for (const schedule of all) await note(schedule, now);
}

async function noteSuccess(schedule: Schedule, noted: Map<string, number>): Promise<void> {
  const now = steadyClock();
  if (now.getTime() - (noted.get(schedule.name) ?? 0) < noteEveryMs) return;
  noted.set(schedule.name, now.getTime());
  await note(schedule, now);
}

async function note(schedule: Schedule, now: Date): Promise<void> {
  const times = { succeededAt: now, dueBy: dueBy(schedule, now) };
  await db.scheduleRun.upsert({
    where: { name: schedule.name },
    create: { name: schedule.name, ...times },
    update: times,
    select: { name: true },
  });
}
