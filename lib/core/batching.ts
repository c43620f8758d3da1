import { QueueFull } from './queue-full';
import { isOutage } from './outage';
import { giveUp, queueBounds, roughBytes, batchQueue, type Waiting } from './batch-queue';

export { QueueFull };

type Options<K> = {
  waitMs: number;
  most: number;
  longest: number;
  atOnce?: () => number;
  /** Bytes that one queued key takes; estimated from its texts when left out. */
  bytesOf?: (key: K) => number;
  patienceMs?: number;
};

/** Options of a batch that does not wait to fill: a call alone runs at once, and calls that arrive during a run share the next. */
export const coalesceNext = { waitMs: 0, most: 250, longest: 10_000 };

/**
 * Batches calls that arrive within `waitMs`, or during the run before, into one `run`, which answers for each in input
 * order. Runs of one queue follow each other, so under load batches grow instead of waiting for the same lock; where
 * `atOnce` allows more than one run, another starts as soon as a batch is full.
 * A batch that fails for its content is halved until only the bad calls fail; so a run must write all of a batch or nothing.
 * A full queue rejects further calls, and no call waits longer than `patienceMs`: both reject with QueueFull, an outage.
 * The run of a batch that was given up may still commit; a retry finds out, as after a broken connection.
 */
export function batched<K, R>(
  run: (keys: K[]) => Promise<R[]>,
  { waitMs, most, longest, atOnce = oneAtOnce, bytesOf = roughBytes, patienceMs = queueBounds.patienceMs }: Options<K>,
): (key: K) => Promise<R> {
  const queue = batchQueue<K, R>(longest, patienceMs);
  let running = 0;
  let starting = false;

  function sendNext(): void {
    starting = false;
    if (running === 0 && queue.length > 0) void flush();
    while (queue.length >= most && running < atOnce()) void flush();
  }

  function sendWhen(later: (send: () => void) => void): void {
    starting = true;
    later(sendNext);
  }

  async function flush(): Promise<void> {
    running += 1;
    const batch = queue.take(most);
    let late = false;
    const overdue = setTimeout(() => {
      // A connection that may never answer does not delay the next batch.
      late = true;
      running -= 1;
      giveUp(batch);
      sendNext();
    }, patienceMs).unref();
    const answer = await outcomeOf(run, batch);
    clearTimeout(overdue);
    if (late) return answer();
    running -= 1;
    if (queue.length === 0) return answer();
    // Start the next batch before resolving the finished one: pg writes to the socket only at the end of the turn, and
    // resolving takes as long. A batch that is not full waits for the calls that arrive in this turn.
    if (running > 0 || queue.length >= most) sendNext();
    else sendWhen(setImmediate);
    setImmediate(answer);
  }

  return (key) => {
    const bytes = bytesOf(key);
    if (!queue.accepts(bytes)) return Promise.reject(new QueueFull());
    return new Promise((resolve, reject) => {
      queue.add({ key, bytes, resolve, reject });
      if (queue.length === most) return sendNext();
      if (running === 0 && !starting) sendWhen((send) => setTimeout(send, waitMs));
    });
  };
}

const oneAtOnce = (): number => 1;

// Runs a batch and answers a function that resolves or rejects its calls.
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

/** Rows in the order of the input, by `place`, counted from 1; undefined where there is none. */
export function inInputOrder<R extends { place: number }>(rows: R[], count: number): (R | undefined)[] {
  const placed: (R | undefined)[] = Array.from({ length: count });
  for (const row of rows) placed[row.place - 1] = row;
  return placed;
}
