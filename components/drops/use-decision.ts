'use client';

import { useEffect, useRef } from 'react';

import { useViewer } from '@/components/viewer/viewer-provider';

const spreadMs = 1_500;

/** Asks for the reader's own outcome once the units were given; not all readers at the same moment. */
export function useDecision(decided: boolean): void {
  const { refresh } = useViewer();
  const before = useRef(decided);
  useEffect(() => {
    if (before.current === decided) return;
    before.current = decided;
    if (!decided) return;
    const soon = setTimeout(() => void refresh(), Math.random() * spreadMs);
    return () => clearTimeout(soon);
  }, [decided, refresh]);
}
