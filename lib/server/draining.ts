/** Whether this process is ending: what is in flight is finished, nothing new is begun. */
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

/** Tells everything that goes on for long, as streams do, that the process is ending. */
export function beginDraining(): void {
  draining = true;
  const all = [...waiting];
  waiting.clear();
  for (const stop of all) stop();
}
