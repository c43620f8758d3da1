'use client';

import { useState } from 'react';

import { getJson } from '@/components/ask-server';
import { api } from '@/lib/core/paths';
import { checkDraw, type DrawVerdict, type PublishedDraw } from '@/lib/drops/draw/check-draw';

export type Checking =
  | { at: 'idle' | 'unreachable' | 'insecure' }
  | { at: 'fetching' | 'reckoning'; count: number }
  | { at: 'done'; verdict: DrawVerdict; list: PublishedDraw };

type Page = PublishedDraw & { next: number | null };

/** Fetches a decided wave's published list and reckons it again in the reader's own browser. */
export function useDrawCheck(slug: string, wave: number) {
  const [checking, setChecking] = useState<Checking>({ at: 'idle' });

  const check = async (): Promise<PublishedDraw | null> => {
    if (checking.at === 'fetching' || checking.at === 'reckoning') return null;
    if (typeof crypto === 'undefined' || !crypto.subtle) return say({ at: 'insecure' });
    setChecking({ at: 'fetching', count: 0 });
    const list = await fetchList(api('drops', slug, 'entries', wave), (count) =>
      setChecking({ at: 'fetching', count }),
    );
    if (!list) return say({ at: 'unreachable' });
    setChecking({ at: 'reckoning', count: list.count });
    setChecking({ at: 'done', verdict: await checkDraw(list), list });
    return list;
  };
  const say = (now: Checking) => {
    setChecking(now);
    return null;
  };
  return { checking, check };
}

async function fetchList(address: string, onPage: (count: number) => void): Promise<PublishedDraw | null> {
  const entries: PublishedDraw['entries'] = [];
  for (let after = 0; ;) {
    const page = await getJson<Page>(`${address}?after=${after}`);
    if (!page) return null;
    entries.push(...page.entries);
    onPage(entries.length);
    if (page.next === null) return { ...page, entries };
    if (page.next <= after) return null;
    after = page.next;
  }
}
