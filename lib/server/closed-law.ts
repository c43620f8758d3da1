import { reading } from '@/lib/core/context';
import { remembered } from '@/lib/core/remembered';
import { lawSlug, type LawKind } from '@/lib/pages/choices/kinds';
import { listPublishedLaw } from '@/lib/pages/queries';

/** The law pages that everybody may read while the site is closed: its closed page takes addresses for news. */
export const lawWhileClosed = ['IMPRINT', 'PRIVACY'] as const satisfies readonly LawKind[];
export type LawWhileClosed = (typeof lawWhileClosed)[number];

const kept = remembered<LawWhileClosed[]>({
  name: 'closed-law',
  holds: 'Which law pages the closed page links to, read again after four seconds.',
  bytes: 1024,
});

/** Those of them that are published; at most five seconds old. */
export function currentLawWhileClosed(): Promise<LawWhileClosed[]> {
  return kept.get(async () => {
    const published = await listPublishedLaw(reading());
    return lawWhileClosed.filter((kind) => published.includes(kind));
  });
}

/** Reads it anew at the next question, for tests. */
export function forgetLawWhileClosed(): void {
  kept.forget();
}

/** Whether an address is that of such a page, published or not. */
export const isLawWhileClosed = new RegExp(`^/(en|zh)/pages/(${lawWhileClosed.map(lawSlug).join('|')})$`);
