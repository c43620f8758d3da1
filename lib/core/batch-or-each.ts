import { batched, coalesceNext } from './batching';
import { isOutage } from './outage';

/**
 * Batches calls of one moment into one all-or-nothing statement. When a call cannot be batched, is refused or is bad in
 * any way, the batch is halved until that call is alone: it gets null, nothing was written for it, and the caller falls
 * back to the single-row path, which explains the refusal. A failing connection or server fails all calls of the batch.
 */
export function batchedOrNull<K, R>(run: (keys: K[]) => Promise<R[]>): (key: K) => Promise<R | null> {
  return batched((keys: K[]) => batchOrEach(run, keys), { ...coalesceNext, most: 25 });
}

/** The same for a given list of calls, without waiting for others. */
export async function batchOrEach<K, R>(run: (keys: K[]) => Promise<R[]>, keys: K[]): Promise<(R | null)[]> {
  try {
    return await run(keys);
  } catch (error) {
    if (isOutage(error)) throw error;
  }
  if (keys.length === 1) return [null];
  const half = keys.length >> 1;
  return [...(await batchOrEach(run, keys.slice(0, half))), ...(await batchOrEach(run, keys.slice(half)))];
}
