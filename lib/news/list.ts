import { z } from 'zod';

import { declareList, readList, type Asked } from '@/lib/core/list';

/** Addresses that asked for news and confirmed it, as staff look through them: who did not confirm, or has left, is on no list. */
export const newsList = declareList({
  name: 'news',
  table: 'NewsConsent',
  sorts: { newest: { by: '"confirmedAt"', as: 'timestamptz', down: true, needs: 'listed' } },
  filters: { listed: { kind: 'when', sql: '"confirmedAt" IS NOT NULL AND "leftAt" IS NULL', value: z.literal('yes') } },
  search: false,
  columns: ['email', 'language', 'confirmed'],
  shown: ['email', 'language', 'confirmed'],
});

export type AskedNews = Asked<typeof newsList>;

/** A page of the list as an address names it; nothing of an address takes the others in. */
export function readNewsList(query: Readonly<Record<string, string | undefined>>): AskedNews {
  const asked = readList(newsList, query);
  return { ...asked, filters: { listed: 'yes' } };
}
