import type { Reading } from '@/lib/core/context';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { listOpenOfUnit } from './queries/own';

/** What a request for a repair begins with that an open recall of the unit led to, in the reader's language; nothing where none did. */
export async function recallNote(
  read: Pick<Reading, 'db' | 'actor'>,
  { unitId, slug, locale }: { unitId: string; slug?: string; locale: Locale },
): Promise<string | undefined> {
  if (!slug) return undefined;
  const recall = (await listOpenOfUnit(read, { unitId })).find((each) => each.slug === slug);
  if (!recall) return undefined;
  return translator(locale, 'recalls')('repairNote', { title: localText(locale, recall.title, recall.titleZh) });
}
