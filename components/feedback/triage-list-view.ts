import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { ideaList, queueFilters } from '@/lib/feedback/list';
import type { IdeaPlace, TriageHead, WaitingCounts } from '@/lib/feedback/queries';
import { ideaKinds, ideaStages } from '@/lib/feedback/schema';
import { paths } from '@/lib/paths';

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
  const count = (number?: number) => (number === undefined ? undefined : number >= 100 ? '99+' : number);
  return [
    { label: t('triage.room.ideas'), count: count(waiting.ideas), filters: queueFilters },
    { label: t('triage.room.reports'), count: count(waiting.reports), filters: { kind: 'REPORT', stage: 'NEW' } },
    ...(voices.shown
      ? [
          {
            label: t('triage.room.voices'),
            count: count(waiting.voices),
            href: withQuery(inLocale(locale, paths.staff('triage')), { show: 'voices' }),
            current: voices.current,
          },
        ]
      : []),
    ...(['ACCEPTED', 'PLANNED', 'STARTED'] as const).map((stage) => ({
      label: t(`stage.${stage}`),
      filters: { kind: 'IDEA', stage },
    })),
    { label: t('triage.room.all'), filters: { kind: 'IDEA' } },
  ];
}
