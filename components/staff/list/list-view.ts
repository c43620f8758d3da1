import type { ReactNode } from 'react';

import { translator } from '@/lib/core/i18n';
import { isFiltered, type Asked, type ListShape } from '@/lib/core/list';
import type { ListPage } from '@/lib/core/list-page';
import type { SavedView } from '@/lib/lists/queries/views';
import type { Locale } from '@/lib/core/locale';

/** A filter as it is offered: a choice among some values, a day, a word that is typed (its options name what it means), one thing that is on or off, or what the tabs choose and the form keeps. */
export type FilterView = {
  name: string;
  label: string;
  options?: { value: string; label: string }[];
  kind: 'choice' | 'day' | 'word' | 'on' | 'kept';
};

/** All that the parts of a list's page say and lead to. */
export type ListView = {
  locale: Locale;
  list: ListShape;
  asked: Asked;
  page: ListPage;
  /** Whether a search found more rows than it took. */
  cut: boolean;
  /** The list's path, with its language. */
  here: string;
  filters: FilterView[];
  sorts: { value: string; label: string }[];
  columns: { value: string; label: string }[];
  /** The columns that this member sees. */
  shown: readonly string[];
  /** None where the list is not searched by words. */
  search?: { label: string; hint: string };
  /** Addresses of this list that were kept under a name. */
  views: SavedView[];
  /** Whether this member may take the list away as a file. */
  mayExport: boolean;
  /** What the file holds, where it has no personal data. */
  exportNote?: string;
  /** Tabs that stand before the saved views, each for some filters of the list or another page; where there are none, one for all. */
  tabs?: ListTab[];
};

export type ListTab = { label: string; count?: ReactNode } & (
  { filters: Readonly<Record<string, string>>; sort?: string } | { href: string; current?: boolean }
);

/** Whether a tab names just what the list shows, in whatever order. */
export function isAtTab({ asked: { q, filters } }: Pick<ListView, 'asked'>, tab: ListTab): boolean {
  if (!('filters' in tab)) return tab.current ?? false;
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  return (
    q === undefined &&
    given.length === Object.keys(tab.filters).length &&
    given.every(([name, value]) => tab.filters[name] === value)
  );
}

/** Whether the list shows just what a tab leads to, in its order too. */
export function isTabAddress({ asked, tabs = [], list }: Pick<ListView, 'asked' | 'tabs' | 'list'>): boolean {
  const first = Object.keys(list.sorts)[0];
  return tabs.some(
    (tab) =>
      'filters' in tab && isAtTab({ asked }, tab) && (asked.sort === (tab.sort ?? first) || asked.sort === first),
  );
}

/** Whether the list shows a tab for some of the rows that another tab has. */
export const isPartTab = (view: Pick<ListView, 'asked' | 'tabs'>): boolean =>
  isFiltered(view.asked) &&
  Boolean(view.tabs?.some((tab) => 'filters' in tab && Object.keys(tab.filters).length === 0)) &&
  view.tabs!.some((tab) => isAtTab(view, tab));

/** Whether somebody limits the list further than its tabs do. */
export const isLimited = (view: Pick<ListView, 'asked' | 'tabs'>): boolean =>
  isFiltered(view.asked) && !view.tabs?.some((tab) => isAtTab(view, tab));

/** How the value of a filter reads on its chip. */
export function chipOf({ filters, locale }: Pick<ListView, 'filters' | 'locale'>, name: string, value: string): string {
  const filter = filters.find((each) => each.name === name);
  if (!filter || filter.kind === 'on') return filter?.label ?? name;
  const said = filter.options?.find((option) => option.value === value)?.label ?? value;
  return translator(locale, 'staff')('list.chip', { label: filter.label, value: said });
}
