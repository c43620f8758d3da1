import { Refused } from './errors';
import { gather, shareNext } from './gather';

// MLT01 is our functions' own word for "not plain"; the others part two that wait for each other.
const odd = new Set(['MLT01', '40P01', '40001']);

/**
 * Does for all who ask at one moment what one statement does for all or none of them. When one of them is odd or refused,
 * each is done alone; who is so alone gets null, and nothing was done for them: the careful way finds the words for it.
 */
export function together<K, R>(run: (keys: K[]) => Promise<R[]>): (key: K) => Promise<R | null> {
  return gather((keys: K[]) => allOrEach(run, keys), { ...shareNext, most: 25 });
}

/** The same at once, and for these alone. */
export async function allOrEach<K, R>(run: (keys: K[]) => Promise<R[]>, keys: K[]): Promise<(R | null)[]> {
  try {
    return await run(keys);
  } catch (error) {
    if (!(error instanceof Refused) && !odd.has((error as { code?: string }).code ?? '')) throw error;
  }
  if (keys.length === 1) return [null];
  const ends: (R | null)[] = [];
  for (const key of keys) ends.push(...(await allOrEach(run, [key])));
  return ends;
}
