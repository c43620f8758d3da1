'use client';

import { createContext, use } from 'react';

import type { DropCounts } from '@/lib/drops/queries';

import { useLiveDrop } from './live-drop';
import { useDropCounts } from './use-drop-counts';

const CountsContext = createContext<DropCounts | null>(null);

/** The figures of a drop, asked for again as they change, for every part of its staff page. */
export function LiveCounts({
  dropId,
  first,
  children,
}: {
  dropId: string;
  first: DropCounts;
  children: React.ReactNode;
}) {
  const counts = useDropCounts(dropId, first, useLiveDrop()?.heard ?? 0);
  return <CountsContext value={counts}>{children}</CountsContext>;
}

/** The latest figures of the drop that the page is about. */
export function useCounts(): DropCounts {
  const counts = use(CountsContext);
  if (!counts) throw new Error('There are no figures outside LiveCounts');
  return counts;
}
