'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

import type { DropCounts } from '@/lib/drops/queries';

const restMs = 1_000;
const slowMs = 15_000;

/** The figures of a drop, asked for again when the stream tells of a change, once a second at most. */
export function useDropCounts(dropId: string, slug: string, first: DropCounts): DropCounts {
  const [counts, setCounts] = useState(first);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(async () => {
    due.current = undefined;
    const response = await fetch(`/api/staff/drops/${dropId}/figures`, { cache: 'no-store' }).catch(() => null);
    if (response?.ok) setCounts((await response.json()) as DropCounts);
  }, [dropId]);

  useEffect(() => {
    const soon = () => (due.current ??= setTimeout(() => void ask(), restMs));
    const stream = new EventSource(`/api/drops/${slug}/live`);
    stream.addEventListener('state', soon);
    // Payments change no stock that the stream tells of, and minutes pass.
    const slow = setInterval(soon, slowMs);
    return () => {
      stream.close();
      clearInterval(slow);
      clearTimeout(due.current);
      due.current = undefined;
    };
  }, [slug, ask]);

  return counts;
}
