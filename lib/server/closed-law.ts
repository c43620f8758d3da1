import { bounded } from '@/lib/core/bounded';
import { reading } from '@/lib/core/context';
import { second } from '@/lib/core/time';
import { lawSlug, type LawKind } from '@/lib/pages/choices/kinds';
import { listPublishedLaw } from '@/lib/pages/queries';

/** The law pages that everybody may read while the site is closed: its closed page takes addresses for news. */
export const lawWhileClosed = ['IMPRINT', 'PRIVACY'] as const satisfies readonly LawKind[];
export type LawWhileClosed = (typeof lawWhileClosed)[number];

const kept = bounded<LawWhileClosed[]>({
  name: 'closed-law',
  holds: 'Which law pages the closed page links to, read again after four seconds.',
  count: 1,
  bytes: 1024,
  ttl: 4 * second,
  sizeOf: () => 100,
});

/** Those of them that are published; at most five seconds old. */
export async function currentLawWhileClosed(): Promise<LawWhileClosed[]> {
  const known = kept.get('current');
  if (known) return known;
  const published = await listPublishedLaw(reading());
  const read = lawWhileClosed.filter((kind) => published.includes(kind));
  kept.set('current', read);
  return read;
}

/** Reads it anew at the next question, for tests. */
export function forgetLawWhileClosed(): void {
  kept.delete('current');
}

/** Whether an address is that of such a page, published or not. */
export const isLawWhileClosed = new RegExp(`^/(en|zh)/pages/(${lawWhileClosed.map(lawSlug).join('|')})$`);
