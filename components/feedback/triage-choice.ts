import { chooseIdeasAction } from '@/app/actions/feedback';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { TriageIdea } from '@/lib/feedback/queries';
import { ideaActNames } from '@/lib/feedback/schema';

/** What may be done to many ideas of the list at once. */
export function triageChoice(locale: Locale) {
  const t = translator(locale, 'feedback');
  return {
    action: chooseIdeasAction,
    acts: ideaActNames.map((value) => ({ value, label: t(`triage.bulk.acts.${value}`) })),
    name: ({ title }: TriageIdea) => title,
  };
}
