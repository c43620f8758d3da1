'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

import { getJson } from '@/components/ask-server';
import { api } from '@/lib/core/paths';
import type { DropCounts } from '@/lib/drops/queries';

const restMs = 1_000;
const slowMs = 15_000;

/** The figures of a drop, asked for again when the server has spoken of a change, once a second at most. */
export function useDropCounts(dropId: string, first: DropCounts, heard: number): DropCounts {
  const [counts, setCounts] = useState(first);
  const due = useRef<ReturnType<typeof setTimeout>>(undefined);
  const ask = useCallback(async () => {
    due.current = undefined;
    const counts = await getJson<DropCounts>(api('staff', 'drops', dropId, 'figures'));
    if (counts) setCounts(counts);
  }, [dropId]);

  const soon = useCallback(() => void (due.current ??= setTimeout(() => void ask(), restMs)), [ask]);

  useEffect(() => {
    if (heard > 0) soon();
  }, [heard, soon]);

  useEffect(() => {
    // Payments change no stock that the stream tells of, and minutes pass.
    const slow = setInterval(soon, slowMs);
    return () => {
      clearInterval(slow);
      clearTimeout(due.current);
      due.current = undefined;
    };
  }, [soon]);

  return counts;
}
