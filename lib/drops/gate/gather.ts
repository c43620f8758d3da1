/** What came of a key, and whether this caller was the first in its batch to bring it. */
export type Gathered<R> = { value: R | undefined; first: boolean };

type Waiting<R> = { key: string; resolve: (gathered: Gathered<R>) => void; reject: (error: unknown) => void };
type Options = { waitMs: number; most: number; longest: number };

/** The line is longer than the database can serve in good time. */
export class LineTooLong extends Error {}

/**
 * Gathers what arrives within a few milliseconds, or while the batch before is still on its way, and settles it by
 * one run. Batches of one line never overlap, so under load they grow instead of queueing for the same lock.
 */
export function gather<R>(run: (keys: string[]) => Promise<Map<string, R>>, { waitMs, most, longest }: Options) {
  let line: Waiting<R>[] = [];
  let busy = false;

  async function settle(): Promise<void> {
    const batch = line.slice(0, most);
    line = line.slice(most);
    try {
      const results = await run([...new Set(batch.map(({ key }) => key))]);
      const seen = new Set<string>();
      for (const { key, resolve } of batch) resolve({ value: results.get(key), first: !seen.has(key) && Boolean(seen.add(key)) });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    if (line.length > 0) void settle();
    else busy = false;
  }

  return (key: string): Promise<Gathered<R>> => {
    if (line.length >= longest) return Promise.reject(new LineTooLong());
    return new Promise((resolve, reject) => {
      line.push({ key, resolve, reject });
      if (busy) return;
      busy = true;
      setTimeout(() => void settle(), waitMs);
    });
  };
}
