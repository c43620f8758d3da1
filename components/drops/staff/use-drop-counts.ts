'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

import { getJson } from '@/components/ask-server';
import type { DropCounts } from '@/lib/drops/queries';

const restMs = 1_000;
const slowMs = 15_000;

/** The figures of a drop, asked for again when the stream tells of a change, once a second at most. */
export function useDropCounts(dropId: string, slug: string, first: DropCounts): DropCounts {
  const [counts, setCounts] = useState(first);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(async () => {
    due.current = undefined;
    const told = await getJson<DropCounts>(`/api/staff/drops/${dropId}/figures`);
    if (told) setCounts(told);
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
