import { TabLinks } from '@/components/ui/tab-links';
import { translator } from '@/lib/core/i18n';
import { viewQuery } from '@/lib/core/list';

import type { ListView } from './list-view';
import { ChangeViewForm, SaveViewForm } from './view-forms';

/** The views of a list that this member keeps or that colleagues share, as tabs; none while there are none. */
export function ListTabs({ locale, list, asked, here, views }: ListView) {
  const t = translator(locale, 'lists');
  if (views.length === 0) return null;
  const now = asked.q === undefined ? viewQuery(list, asked) : null;
  const items = [
    { href: here, label: t('views.all'), current: now === '' },
    ...views.map(({ name, query, mine, by }) => ({
      href: query ? `${here}?${query}` : here,
      label: mine ? <bdi>{name}</bdi> : <bdi title={t('views.by', { name: by })}>{name}</bdi>,
      current: query !== '' && query === now,
    })),
  ];
  return <TabLinks label={t('views.label')} items={items} />;
}

/** Keeps the address at hand as a view; where it is one's own view already, renames, shares or deletes that. */
export function ListViewForms({ list, asked, views }: ListView) {
  const query = viewQuery(list, asked);
  const mine = views.find((view) => view.mine && view.query === query);
  if (query === '') return null;
  if (mine) return <ChangeViewForm key={mine.id} id={mine.id} name={mine.name} shared={mine.shared} />;
  return <SaveViewForm key={query} list={list.name} query={query} />;
}
