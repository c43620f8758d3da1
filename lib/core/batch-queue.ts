import { QueueFull } from './queue-full';

export type Waiting<K, R> = { key: K; bytes: number; resolve: (result: R) => void; reject: (error: unknown) => void };

/** Bounds of every queue: the bytes in one queue, the bytes in all queues of one thread, and the longest wait. */
export const queueBounds = { bytes: 16 * 1024 * 1024, bytesOfAll: 64 * 1024 * 1024, patienceMs: 10_000 };
let bytesOfAll = 0;

/** Calls that wait for a batch, first in, first out: bounded by count, by bytes and by the time that a call may wait. */
export function batchQueue<K, R>(longest: number, patienceMs: number) {
  let queue: Waiting<K, R>[] = [];
  let bytes = 0;
  let watching = false;
  // How many calls, from the front, were already waiting at the last check.
  let early = 0;

  function take(count: number): Waiting<K, R>[] {
    const taken = queue.slice(0, count);
    queue = queue.slice(count);
    early = Math.max(0, early - taken.length);
    let freed = 0;
    for (const each of taken) freed += each.bytes;
    bytes -= freed;
    bytesOfAll -= freed;
    return taken;
  }

  // Checks twice in `patienceMs`, so that adding a call needs no clock.
  function watch(): void {
    watching = true;
    setTimeout(() => {
      giveUp(take(early));
      early = queue.length;
      if (early > 0) watch();
      else watching = false;
    }, patienceMs / 2).unref();
  }

  return {
    get length() {
      return queue.length;
    },
    accepts: (size: number) =>
      queue.length < longest && bytes + size <= queueBounds.bytes && bytesOfAll + size <= queueBounds.bytesOfAll,
    add: (waiting: Waiting<K, R>) => {
      queue.push(waiting);
      bytes += waiting.bytes;
      bytesOfAll += waiting.bytes;
      if (!watching) watch();
    },
    take,
  };
}

/** Rejects calls that waited too long. */
export function giveUp<K, R>(waiting: Waiting<K, R>[]): void {
  if (waiting.length === 0) return;
  const error = new QueueFull();
  for (const { reject } of waiting) reject(error);
}

/** About how many bytes a plain value holds: its texts, and as much for each part as an object needs. */
export function roughBytes(value: unknown): number {
  if (typeof value === 'string') return 24 + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let bytes = 64;
  for (const name in value) bytes += 8 + roughBytes((value as Record<string, unknown>)[name]);
  return bytes;
}
