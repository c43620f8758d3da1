import { useSyncExternalStore } from 'react';

/** Whether scripts run: only then may a part of a page depend on what they do. */
export function useLive(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
