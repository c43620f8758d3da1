import { LineTooLong } from './line-too-long';

export type Waiting<K, R> = { key: K; bytes: number; resolve: (result: R) => void; reject: (error: unknown) => void };

/** What all lines have in common: the most bytes that wait in one line, and in all of one thread, and how long anyone waits. */
export const lineBounds = { bytes: 16 * 1024 * 1024, bytesOfAll: 64 * 1024 * 1024, patienceMs: 10_000 };
let bytesOfAll = 0;

/** Those who wait for a batch, first come first served: bounded by number and by bytes, and nobody in it waits longer than its patience. */
export function waitingLine<K, R>(longest: number, patienceMs: number) {
  let line: Waiting<K, R>[] = [];
  let bytes = 0;
  let watching = false;
  // So many, from the front, waited already when the line was last looked at.
  let early = 0;

  function take(count: number): Waiting<K, R>[] {
    const taken = line.slice(0, count);
    line = line.slice(count);
    early = Math.max(0, early - taken.length);
    let freed = 0;
    for (const each of taken) freed += each.bytes;
    bytes -= freed;
    bytesOfAll -= freed;
    return taken;
  }

  // Twice in the time of its patience, so that no arrival needs to look at a clock.
  function watch(): void {
    watching = true;
    setTimeout(() => {
      giveUp(take(early));
      early = line.length;
      if (early > 0) watch();
      else watching = false;
    }, patienceMs / 2).unref();
  }

  return {
    get length() {
      return line.length;
    },
    hasRoomFor: (size: number) =>
      line.length < longest && bytes + size <= lineBounds.bytes && bytesOfAll + size <= lineBounds.bytesOfAll,
    add: (waiting: Waiting<K, R>) => {
      line.push(waiting);
      bytes += waiting.bytes;
      bytesOfAll += waiting.bytes;
      if (!watching) watch();
    },
    take,
  };
}

/** Refuses those who waited too long. */
export function giveUp<K, R>(waiting: Waiting<K, R>[]): void {
  if (waiting.length === 0) return;
  const error = new LineTooLong();
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
