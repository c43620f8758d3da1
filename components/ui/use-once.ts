'use client';

import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * Runs the effect once for each new value. A page that is kept hidden runs its effects again when it is shown, and what
 * follows an outcome (going elsewhere, a message, a forgotten draft) must not happen a second time.
 */
export function useOnce<V>(value: V, effect: (value: V) => void): void {
  const handled = useRef<{ value: V } | null>(null);
  const run = useEffectEvent(effect);
  useEffect(() => {
    if (handled.current?.value === value) return;
    handled.current = { value };
    run(value);
  }, [value]);
}
