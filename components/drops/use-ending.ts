'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

import type { Phase } from '@/lib/drops/policy';

const leastMs = 1_000;
const spreadMs = 8_000;

/** Reads the page anew once a drop is over, since what came of it stands there; not all readers at the same moment. */
export function useEnding(phase: Phase): void {
  const router = useRouter();
  const over = phase === 'ended' || phase === 'cancelled';
  const before = useRef(over);
  useEffect(() => {
    if (before.current === over) return;
    before.current = over;
    if (!over) return;
    const soon = setTimeout(() => router.refresh(), leastMs + Math.random() * spreadMs);
    return () => clearTimeout(soon);
  }, [over, router]);
}
