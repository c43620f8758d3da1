let offsetMs = 0;

/** The present moment; commands take it from their context instead, so that tests can set it. */
export function clock(): Date {
  return new Date(Date.now() + offsetMs);
}

/** Moves this process's clock by an offset in milliseconds (tests only). */
export function moveClock(ms: number): void {
  offsetMs = ms;
}

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The moment a number of milliseconds after another. */
export function after(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}
