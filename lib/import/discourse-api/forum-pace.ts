export type ForumPace = {
  /** Resolves when the next request may be sent. */
  turn(): Promise<void>;
  /** The forum said that it is asked too often. */
  slower(): void;
  /** The forum answered. */
  answered(): void;
  /** Requests a minute now. */
  perMinute(): number;
};
type Clock = { now: () => number; pause: (ms: number) => Promise<void> };

const step = 1.25;
const slowest = 4;
/** Answers in a row after which one step of the usual pace is taken back. */
const answersForStep = 100;

/** Keeps requests apart: at most so many a minute; down to a quarter of that where it is too much, and slowly back. */
export function createPace(perMinute: number, { now, pause }: Clock): ForumPace {
  const usual = 60_000 / perMinute;
  let interval = usual;
  let next = 0;
  let inARow = 0;
  return {
    async turn() {
      const ahead = next - now();
      if (ahead > 0) await pause(ahead);
      next = Math.max(now(), next) + interval;
    },
    slower() {
      inARow = 0;
      interval = Math.min(interval * step, usual * slowest);
    },
    answered() {
      inARow += 1;
      if (inARow % answersForStep === 0) interval = Math.max(interval / step, usual);
    },
    perMinute: () => 60_000 / interval,
  };
}
