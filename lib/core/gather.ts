import { LineTooLong } from './line-too-long';
import { isOutage } from './outage';
import { giveUp, lineBounds, roughBytes, waitingLine, type Waiting } from './waiting-line';

export { LineTooLong };

type Options<K> = {
  waitMs: number;
  most: number;
  longest: number;
  atOnce?: () => number;
  /** Bytes that one waiting key takes; counted from its texts when left out. */
  bytesOf?: (key: K) => number;
  patienceMs?: number;
};

/** For what many ask for at one moment: nobody waits for more to come, but whoever comes while one is on its way shares the next. */
export const shareNext = { waitMs: 0, most: 250, longest: 10_000 };

/**
 * Gathers what arrives within a few milliseconds, or while the batch before is still on its way, and settles it by one
 * run, which answers for each in order. Batches of one line follow each other, so under load they grow instead of
 * queueing for the same lock; where the line lets more than one go `atOnce`, another joins as soon as it is full.
 * A batch that fails for what is in it is halved until only what is bad fails; so a run does all of a batch or nothing.
 * A full line refuses who comes, and nobody waits longer than its patience: both get LineTooLong, an outage. Who got it
 * while their batch was on its way finds out by the next try what became of it, as after a broken connection.
 */
export function gather<K, R>(
  run: (keys: K[]) => Promise<R[]>,
  { waitMs, most, longest, atOnce = oneAtOnce, bytesOf = roughBytes, patienceMs = lineBounds.patienceMs }: Options<K>,
): (key: K) => Promise<R> {
  const line = waitingLine<K, R>(longest, patienceMs);
  let running = 0;
  let starting = false;

  function sendNext(): void {
    starting = false;
    if (running === 0 && line.length > 0) void settle();
    while (line.length >= most && running < atOnce()) void settle();
  }

  function sendWhen(later: (send: () => void) => void): void {
    starting = true;
    later(sendNext);
  }

  async function settle(): Promise<void> {
    running += 1;
    const batch = line.take(most);
    let late = false;
    const overdue = setTimeout(() => {
      // The next batch is not kept waiting by a connection that may never answer.
      late = true;
      running -= 1;
      giveUp(batch);
      sendNext();
    }, patienceMs).unref();
    const answer = await outcomeOf(run, batch);
    clearTimeout(overdue);
    if (late) return answer();
    running -= 1;
    if (line.length === 0) return answer();
    // The next batch is sent before the last one is answered, which takes as long: a driver sends at the end of the turn.
    // A few are joined by those whom this turn still brings.
    if (running > 0 || line.length >= most) sendNext();
    else sendWhen(setImmediate);
    setImmediate(answer);
  }

  return (key) => {
    const bytes = bytesOf(key);
    if (!line.hasRoomFor(bytes)) return Promise.reject(new LineTooLong());
    return new Promise((resolve, reject) => {
      line.add({ key, bytes, resolve, reject });
      if (line.length === most) return sendNext();
      if (running === 0 && !starting) sendWhen((send) => setTimeout(send, waitMs));
    });
  };
}

const oneAtOnce = (): number => 1;

// How to tell all in a batch what became of it.
async function outcomeOf<K, R>(run: (keys: K[]) => Promise<R[]>, batch: Waiting<K, R>[]): Promise<() => void> {
  try {
    const results = await run(batch.map(({ key }) => key));
    return () => batch.forEach(({ resolve }, at) => resolve(results[at] as R));
  } catch (error) {
    if (batch.length === 1 || isOutage(error)) return () => batch.forEach(({ reject }) => reject(error));
  }
  const half = batch.length >> 1;
  const first = await outcomeOf(run, batch.slice(0, half));
  const second = await outcomeOf(run, batch.slice(half));
  return () => (first(), second());
}

/** Rows in the order of what was asked for, by their place in it, counted from 1; undefined where there is none. */
export function inPlaces<R extends { place: number }>(rows: R[], count: number): (R | undefined)[] {
  const placed: (R | undefined)[] = Array.from({ length: count });
  for (const row of rows) placed[row.place - 1] = row;
  return placed;
}
