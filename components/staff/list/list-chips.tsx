import { Chip } from '@/components/ui/badge';
import { X } from '@/components/ui/icons';
import { groupDigits } from '@/lib/core/digits';
import { translator } from '@/lib/core/i18n';
import { listQuery, mostCounted } from '@/lib/core/list';
import { withQuery } from '@/lib/core/paths';

import { chipOf, type ListView } from './list-view';

/** How many rows there are, and what limits the list: each chip takes its own part off. */
export function ListChips(view: ListView) {
  const { locale, list, asked, page, here, filters } = view;
  const kept = filters.filter(({ kind }) => kind === 'kept').map(({ name }) => name);
  const t = translator(locale, 'staff');
  const without = (name: string) => withQuery(here, listQuery(list, asked, { [name]: undefined }));
  const set = [
    ...(asked.q === undefined ? [] : [{ name: 'q', label: t('list.searched', { words: asked.q }) }]),
    ...Object.entries(asked.filters).flatMap(([name, value]) =>
      value && !kept.includes(name) ? [{ name, label: chipOf(view, name, value) }] : [],
    ),
  ];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="me-2 text-sm text-muted numerals" role="status">
        {page.count >= mostCounted
          ? t('list.many', { count: groupDigits(mostCounted - 1) })
          : t('list.count', { count: page.count })}
      </p>
      {set.map(({ name, label }) => (
        <Chip key={name} href={without(name)} icon={<X aria-hidden />}>
          <span className="sr-only">{t('list.takeOff')} </span>
          <bdi className="max-w-64 truncate">{label}</bdi>
        </Chip>
      ))}
    </div>
  );
}
