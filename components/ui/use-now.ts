'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let latest: number | null = null;

/**
 * The browser's clock, read once a second for the whole page; null on the server and while hydrating. What changes by the
 * minute says so, and is not written anew every second.
 */
export const useNow = (step = 1000): number | null =>
  useSyncExternalStore(
    listen,
    () => (step > 1000 ? Math.floor(read() / step) * step : read()),
    () => null,
  );

function listen(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(tick, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    latest = null;
  };
}

function tick() {
  latest = Date.now();
  listeners.forEach((each) => each());
}

// The same until the next tick, as a store's reading must be.
const read = () => (latest ??= Date.now());
