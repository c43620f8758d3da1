import { useEffect, useState } from 'react';

/** A part of the program that a page does without until it is wanted. */
export type OnDemand<T> = { now: () => T | null; load: () => Promise<T> };

/** Names what to load; it is loaded once, and asked for again when it did not come. */
export function onDemand<T>(ask: () => Promise<T>): OnDemand<T> {
  let here: T | null = null;
  let coming: Promise<T> | null = null;
  const load = () =>
    (coming ??= ask().then(
      (come) => (here = come),
      (error: unknown) => {
        coming = null;
        throw error;
      },
    ));
  return { now: () => here, load };
}

/** The part once it is wanted and has come; null until then, so that what stood there may stay meanwhile. */
export function useOnDemand<T>(part: OnDemand<T>, wanted: boolean): T | null {
  const [, show] = useState(part.now);
  useEffect(() => {
    if (!wanted) return;
    const ask = () =>
      part.load().then(
        (come) => show(() => come),
        () => undefined,
      );
    void ask();
    window.addEventListener('online', ask);
    return () => window.removeEventListener('online', ask);
  }, [part, wanted]);
  return wanted ? part.now() : null;
}
