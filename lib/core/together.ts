import { gather, shareNext } from './gather';
import { isOutage } from './outage';

/**
 * Does for all who ask at one moment what one statement does for all or none of them. When one of them is odd, refused or
 * bad in any way, the batch is halved until that one is alone: it gets null, and nothing was done for it; the careful way
 * finds the words for it. Only a failing connection or server is everybody's.
 */
export function together<K, R>(run: (keys: K[]) => Promise<R[]>): (key: K) => Promise<R | null> {
  return gather((keys: K[]) => allOrEach(run, keys), { ...shareNext, most: 25 });
}

/** The same at once, and for these alone. */
export async function allOrEach<K, R>(run: (keys: K[]) => Promise<R[]>, keys: K[]): Promise<(R | null)[]> {
  try {
    return await run(keys);
  } catch (error) {
    if (isOutage(error)) throw error;
  }
  if (keys.length === 1) return [null];
  const half = keys.length >> 1;
  return [...(await allOrEach(run, keys.slice(0, half))), ...(await allOrEach(run, keys.slice(half)))];
}
