let offsetMs = 0;

/** The present moment; commands take it from their context instead, so that tests can set it. */
export function clock(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Moves this process's clock by an offset in milliseconds (tests only). */
export function moveClock(ms: number): void {
  offsetMs = ms;
}

/** Milliseconds since 1970 by a counter of this process, which no correction of the system clock moves: for what is compared within one process. */
export const steadyNow = (): number => performance.timeOrigin + performance.now();

// The system clock when it was last trusted, and the monotonic count of milliseconds at that moment.
let anchor = { wall: Date.now(), count: performance.now() };
let doubtedSince: number | null = null;
const patienceMs = 600_000;

/**
 * The present moment for what opens and ends by the minute. It follows a monotonic counter when the system
 * clock jumps by more than a second, and the system clock again once that has held for ten minutes: a wrong correction
 * of the machine's time neither opens a sale early nor takes a unit from anybody.
 */
export function steadyClock(): Date {
  const [wall, count] = [Date.now(), performance.now()];
  const expected = anchor.wall + count - anchor.count;
  if (Math.abs(wall - expected) < 1000) doubtedSince = null;
  else doubtedSince ??= count;
  if (doubtedSince !== null && count - doubtedSince < patienceMs) return new Date(expected + offsetMs);
  anchor = { wall, count };
  doubtedSince = null;
  return new Date(wall + offsetMs);
}

/** A filter for rows that hold at a moment: without an end, or with one that is still to come. */
export const notOver = (now: Date) => ({ OR: [{ until: null }, { until: { gt: now } }] });

/** Whether what holds from a moment until another, or without an end, holds at one. */
export const holdsAt = ({ from, until }: { from: Date; until: Date | null }, at: Date): boolean =>
  from <= at && (until === null || until > at);

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment a number of milliseconds after another. */
export function after(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}
