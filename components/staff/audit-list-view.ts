import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { auditList } from '@/lib/moderation/list';

import { actName } from './audit-table';
import type { ListView } from './list/list-view';

type Person = { id: string; handle: string } | null;

/** How the audit log, its orders, filters and columns are called. `by` is who is asked for. */
export function auditListWords(
  locale: Locale,
  { acts, by }: { acts: string[]; by: Person },
): Pick<ListView, 'filters' | 'sorts' | 'columns'> {
  const t = translator(locale, 'staff');
  const headers = {
    act: t('audit.act'),
    actor: t('audit.actor'),
    subject: t('audit.subject'),
    reason: t('audit.reason'),
    at: t('audit.at'),
  };
  return {
    filters: [
      {
        name: 'act',
        label: t('audit.actFilter'),
        kind: 'choice',
        options: acts.map((value) => ({ value, label: actName(locale, value) })),
      },
      {
        name: 'by',
        label: t('audit.actorFilter'),
        kind: 'word',
        options: by ? [{ value: by.id, label: `@${by.handle}` }] : [],
      },
      { name: 'from', label: t('audit.from'), kind: 'day' },
      { name: 'until', label: t('audit.until'), kind: 'day' },
    ],
    sorts: (Object.keys(auditList.sorts) as (keyof typeof auditList.sorts)[]).map((value) => ({
      value,
      label: t(`audit.sorts.${value}`),
    })),
    columns: auditList.columns.map((value) => ({ value, label: headers[value] })),
  };
}
