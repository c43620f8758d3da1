'use client';

import { usePathname } from 'next/navigation';
import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';

import { getJson } from '@/components/ask-server';
import { api, withQuery } from '@/lib/core/paths';
import type { Viewer } from '@/lib/core/viewer';

type Layer = {
  /** What belongs to the reader on this page; null until it has come. */
  viewer: Viewer | null;
  /** Asks again, after the reader changed something. */
  refresh: () => Promise<void>;
};

const ViewerContext = createContext<Layer>({ viewer: null, refresh: async () => undefined });

/** Asks once for each page what belongs to its reader and lays it over the shared document. */
export function ViewerProvider({ children }: { children: React.ReactNode }) {
  const path = usePathname();
  const [answer, setAnswer] = useState<{ path: string; viewer: Viewer } | null>(null);

  const ask = useCallback(async () => {
    const viewer = await getJson<Viewer>(withQuery(api('viewer'), { path }));
    if (viewer) setAnswer({ path, viewer });
  }, [path]);

  useEffect(() => {
    void ask();
    const again = () => void ask();
    window.addEventListener('focus', again);
    return () => window.removeEventListener('focus', again);
  }, [ask]);

  const layer = useMemo<Layer>(() => ({ viewer: seenOn(path, answer), refresh: ask }), [path, answer, ask]);
  return <ViewerContext value={layer}>{children}</ViewerContext>;
}

/** The viewer layer of the page at hand. */
export function useViewer(): Layer {
  return use(ViewerContext);
}

// Between two pages the member stays known; what belonged to the last page does not.
function seenOn(path: string, answer: { path: string; viewer: Viewer } | null): Viewer | null {
  if (!answer) return null;
  if (answer.path === path) return answer.viewer;
  const { now, member, unread, cart } = answer.viewer;
  return { now, member, unread, cart };
}
