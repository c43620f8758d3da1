import { translator } from '@/lib/core/i18n';
import type { ViewOf } from '@/lib/core/list';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { ideaList } from '@/lib/feedback/list';
import type { IdeaPlace, TriageHead, WaitingCounts } from '@/lib/feedback/queries';
import { ideaKinds, ideaStages } from '@/lib/feedback/schema';
import { paths } from '@/lib/paths';

import { countWords } from '../staff/count-words';
import { builtInTabs } from '../staff/list/built-in-tabs';
import type { FilterView, ListTab, ListView } from '../staff/list/list-view';

/** How the list of ideas, its orders, filters and columns are called. */
export function triageListWords(
  locale: Locale,
  { products, boards }: Pick<TriageHead, 'products' | 'boards'>,
): Pick<ListView, 'filters' | 'sorts' | 'columns' | 'search' | 'exportNote'> {
  const t = translator(locale, 'feedback');
  const named = (places: IdeaPlace[]) =>
    places.map(({ id, title, titleZh }) => ({ value: id, label: localText(locale, title, titleZh) }));
  const filters: FilterView[] = [
    {
      name: 'stage',
      label: t('triage.stage'),
      kind: 'choice',
      options: ideaStages.map((value) => ({ value, label: t(`stage.${value}`) })),
    },
    {
      name: 'kind',
      label: t('triage.kind'),
      kind: 'choice',
      options: ideaKinds.map((value) => ({ value, label: t(`ideaKind.${value}`) })),
    },
    { name: 'product', label: t('triage.product'), kind: 'choice', options: named(products) },
    { name: 'board', label: t('triage.board'), kind: 'choice', options: named(boards) },
    { name: 'from', label: t('triage.from'), kind: 'day' },
    { name: 'until', label: t('triage.until'), kind: 'day' },
  ];
  return {
    filters,
    sorts: (Object.keys(ideaList.sorts) as (keyof typeof ideaList.sorts)[]).map((value) => ({
      value,
      label: t(`triage.sorts.${value}`),
    })),
    columns: ideaList.columns.map((value) => ({ value, label: t(`triage.${value}`) })),
    search: { label: t('triage.search'), hint: t('triage.searchHint') },
    exportNote: t('triage.exportNote'),
  };
}

/** The queues that product owners work through, with how much waits in each, and all ideas. */
export function triageTabs(
  locale: Locale,
  waiting: WaitingCounts,
  voices: { shown: boolean; current?: boolean },
): ListTab[] {
  const t = translator(locale, 'feedback');
  const label = (name: ViewOf<typeof ideaList>) =>
    name === 'ideas' || name === 'reports' || name === 'all' ? t(`triage.room.${name}`) : t(`stage.${stageOf[name]}`);
  const counts = { ideas: waiting.ideas, reports: waiting.reports };
  const tabs = builtInTabs(ideaList, { counts, label, ...noDays });
  if (!voices.shown) return tabs;
  const queues = tabs.slice(0, 2);
  return [
    ...queues,
    {
      label: t('triage.room.voices'),
      count: waiting.voices === undefined ? undefined : countWords(waiting.voices),
      href: withQuery(inLocale(locale, paths.staff('triage')), { show: 'voices' }),
      current: voices.current,
    },
    ...tabs.slice(queues.length),
  ];
}

const stageOf = { accepted: 'ACCEPTED', planned: 'PLANNED', started: 'STARTED' } as const;

// None of the views names a day.
const noDays = { now: new Date(0), zone: 'UTC' };
