/** Whether this process is draining: requests in flight are finished, no new work is begun. */
let draining = false;
const waiting = new Set<() => void>();

export const isDraining = (): boolean => draining;

/** Calls back once when the process begins to end, unless the returned function was called before. */
export function onDrain(stop: () => void): () => void {
  if (draining) {
    stop();
    return () => undefined;
  }
  waiting.add(stop);
  return () => void waiting.delete(stop);
}

/** Signals long-running work, such as streams, that the process is ending. */
export function beginDraining(): void {
  draining = true;
  const all = [...waiting];
  waiting.clear();
  for (const stop of all) stop();
}
