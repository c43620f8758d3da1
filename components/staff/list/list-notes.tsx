import { Notice } from '@/components/ui/notice';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { mostFound } from '@/lib/core/list';
import { listed } from '@/lib/core/locale';

import type { ListView } from './list-view';

/** What of the address was not done as it says, and why. */
export function ListNotes({ locale, asked, cut, sorts }: ListView) {
  const t = translator(locale, 'staff');
  const named = (name?: string) => sorts.find(({ value }) => value === name)?.label ?? '';
  const unsorted = named(asked.unsorted);
  if (asked.unknown.length === 0 && !unsorted && !cut) return null;
  return (
    <Notice>
      {asked.unknown.length > 0 && (
        <p>{t('list.unknown', { parts: listed(locale, asked.unknown.slice(0, 5)), count: asked.unknown.length })}</p>
      )}
      {unsorted && <p>{t('list.unsorted', { sort: unsorted, instead: named(asked.sort) })}</p>}
      {cut && <p>{t('list.cut', { most: groupDigits(mostFound) })}</p>}
    </Notice>
  );
}
