import { Notice } from '@/components/ui/notice';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { mostFound } from '@/lib/core/list';

import type { ListView } from './list-view';

/** What of the address was not done as it says, and why. */
export function ListNotes({ locale, asked, cut, sorts }: ListView) {
  const t = translator(locale, 'staff');
  const unsorted = sorts.find(({ value }) => value === asked.unsorted)?.label;
  if (asked.unknown.length === 0 && !unsorted && !cut) return null;
  return (
    <Notice>
      {asked.unknown.length > 0 && (
        <p>{t('list.unknown', { parts: asked.unknown.slice(0, 5).join(', '), count: asked.unknown.length })}</p>
      )}
      {unsorted && <p>{t('list.unsorted', { sort: unsorted })}</p>}
      {cut && <p>{t('list.cut', { most: groupDigits(mostFound) })}</p>}
    </Notice>
  );
}
