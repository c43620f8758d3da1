import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { reportList, reportOutcomes, type AskedReports } from '@/lib/moderation/list';
import type { ReportReason } from '@/lib/moderation/choices';
import { paths } from '@/lib/paths';

import { builtInTabs } from '../staff/list/built-in-tabs';
import type { FilterView, ListTab, ListView } from '../staff/list/list-view';

type Boards = { id: string; name: string; nameZh: string }[];

/** How the list of reported posts, its orders, filters and columns are called; what is decided has outcomes and columns besides. */
export function reportListWords(
  locale: Locale,
  { filters: asked }: AskedReports,
  { boards, reasons }: { boards: Boards; reasons: ReportReason[] },
): Pick<ListView, 'filters' | 'sorts' | 'columns'> {
  const t = translator(locale, 'moderation');
  const decided = asked.state === 'DECIDED';
  const typed = (name: 'author' | 'reporter') => ({
    ...{ name, label: t(`cases.${name}Handle`), kind: 'word' as const },
    options: asked[name] ? [{ value: asked[name], label: `@${asked[name]}` }] : [],
  });
  const filters: FilterView[] = [
    { name: 'state', label: t('cases.state'), kind: 'kept' },
    ...(decided
      ? [
          {
            ...{ name: 'outcome', label: t('cases.outcome'), kind: 'choice' as const },
            options: reportOutcomes.map((value) => ({ value, label: t(`cases.outcomes.${value}`) })),
          },
        ]
      : []),
    {
      ...{ name: 'reason', label: t('cases.said'), kind: 'choice' },
      options: reasons.map((reason) => reasonOption(reason, locale)),
    },
    {
      ...{ name: 'board', label: t('cases.board'), kind: 'choice' },
      options: boards.map(({ id, name, nameZh }) => ({ value: id, label: localText(locale, name, nameZh) })),
    },
    typed('author'),
    typed('reporter'),
    { name: 'from', label: t('cases.from'), kind: 'day' },
    { name: 'until', label: t('cases.until'), kind: 'day' },
  ];
  const headers = {
    post: t('cases.post'),
    author: t('queue.author'),
    reports: t('cases.reports'),
    outcome: t('cases.outcome'),
    by: t('cases.by'),
    decided: t('cases.decided'),
    reason: t('queue.reason'),
    opened: t('cases.opened'),
  };
  return {
    filters,
    sorts: (Object.keys(reportList.sorts) as (keyof typeof reportList.sorts)[]).map((value) => ({
      value,
      label: t(`cases.sorts.${value === 'changed' && decided ? 'decided' : value}`),
    })),
    columns: decided ? reportList.columns.map((value) => ({ value, label: headers[value] })) : [],
  };
}

function reasonOption({ id, retired, ...words }: ReportReason, locale: Locale) {
  const label = localText(locale, words.label, words.labelZh);
  return { value: id, label: retired ? translator(locale, 'moderation')('cases.retired', { label }) : label };
}

// None of the views names a day.
const noDays = { now: new Date(0), zone: 'UTC' };

/** What waits, what is decided, and what staff hid. */
export function reportTabs(
  locale: Locale,
  { hidden, counts }: { hidden: boolean; counts?: Record<string, number> },
): ListTab[] {
  const t = translator(locale, 'moderation');
  return [
    ...builtInTabs(reportList, { counts, ...noDays, label: (name) => t(`cases.tabs.${name}`) }),
    {
      label: t('queue.hiddenTitle'),
      href: withQuery(inLocale(locale, paths.staff('reports')), { show: 'hidden' }),
      current: hidden,
    },
  ];
}
