import type { Locale } from '@/lib/core/locale';
import type { StaffRecall } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';

/** What became of a recall, in words, for its history. */
export function recallSteps({ steps }: StaffRecall, locale: Locale) {
  const t = translator(locale, 'recalls');
  return steps.map(({ state, reason, left, ...step }) => ({
    ...step,
    said: [t(`staff.steps.${state}`), reason, left !== null && t('staff.left', { count: left })]
      .filter(Boolean)
      .join(' · '),
  }));
}
