import { TabLinks } from '@/components/ui/tab-links';
import { translator } from '@/lib/core/i18n';
import { viewQuery } from '@/lib/core/list';
import { withQuery } from '@/lib/core/paths';

import { isAtTab, isTabAddress, type ListView } from './list-view';
import { ChangeViewForm, SaveViewForm } from './view-forms';

/** The list's own tabs, then the views of it that this member keeps or that colleagues share; none while there are none. */
export function ListTabs(view: ListView) {
  const { locale, list, asked, here, views } = view;
  const t = translator(locale, 'lists');
  const now = asked.q === undefined ? viewQuery(list, asked) : null;
  const atKept = Boolean(now) && views.some(({ query }) => query === now);
  // A saved view of the same address is the one that is shown.
  const own = ownTabs(view).map((tab) => ({ ...tab, current: tab.current && !atKept }));
  if (own.length === 0 && views.length === 0) return null;
  const first = own.length > 0 ? own : [{ href: here, label: t('views.all'), current: now === '' }];
  const kept = views.map(({ name, query, mine, by }) => ({
    href: query ? `${here}?${query}` : here,
    label: mine ? <bdi>{name}</bdi> : <bdi title={t('views.by', { name: by })}>{name}</bdi>,
    current: query !== '' && query === now,
  }));
  return <TabLinks label={t('views.label')} items={[...first, ...kept]} />;
}

type Tabs = Pick<ListView, 'tabs' | 'here'> & Partial<Pick<ListView, 'asked'>>;

const ownTabs = (view: Tabs) =>
  (view.tabs ?? []).map((tab) => ({
    href: 'filters' in tab ? withQuery(view.here, { ...tab.filters, sort: tab.sort }) : tab.href,
    label: tab.label,
    count: tab.count,
    current: 'filters' in tab ? Boolean(view.asked && isAtTab({ asked: view.asked }, tab)) : tab.current,
  }));

/** The tabs of a list above what is no list: another page of theirs. */
export function TabHead({ locale, ...view }: Tabs & Pick<ListView, 'locale'>) {
  return <TabLinks label={translator(locale, 'lists')('views.label')} items={ownTabs(view)} />;
}

/** Keeps the address at hand as a view; where it is one's own view already, renames, shares or deletes that. */
export function ListViewForms(view: ListView) {
  const { list, asked, views } = view;
  const query = viewQuery(list, asked);
  const mine = views.find((each) => each.mine && each.query === query);
  if (query === '' || (isTabAddress(view) && !mine)) return null;
  if (mine) return <ChangeViewForm key={mine.id} id={mine.id} name={mine.name} shared={mine.shared} />;
  return <SaveViewForm key={query} list={list.name} query={query} />;
}
