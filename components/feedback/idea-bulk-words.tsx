import { errorWords, type BulkWords } from '@/components/staff/list/bulk/bulk-words';
import { TextLink } from '@/components/ui/link';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { ideaActNames, type IdeaAct } from '@/lib/feedback/schema';
import { paths } from '@/lib/paths';

const isIdeaAct = (act: string): act is IdeaAct => ideaActNames.includes(act as IdeaAct);

const codes = ['not-found', 'done-before', 'wrong-stage'] as const;

/** How triage speaks of what is done to many ideas. */
export function ideaBulkWords(locale: Locale): BulkWords {
  const t = translator(locale, 'feedback');
  const of = (act: string) => (isIdeaAct(act) ? act : 'ideas.accept');
  return {
    list: 'triage',
    listTitle: t('triage.title'),
    back: t('triage.bulk.back'),
    row: t('triage.idea'),
    name: (act) => (isIdeaAct(act) ? t(`triage.bulk.names.${act}`) : null),
    heading: (act, count) => t(`triage.bulk.title.${of(act)}`, { count }),
    effect: (act, count) => t(`triage.bulk.effect.${of(act)}`, { count }),
    begin: (act, count) => t(`triage.bulk.title.${of(act)}`, { count }),
    codes,
    preview: (code, count, names) => t(`triage.bulk.preview.${code as (typeof codes)[number]}`, { count, names }),
    refused: (code, values) => {
      if (code === 'not-found') return t('triage.bulk.refused.not-found');
      if (code === 'idea-step-not-open') return t('triage.bulk.refused.step');
      if (code === 'reason-required') return t('triage.bulk.refused.reason');
      if (code === 'idea-moved')
        return t('triage.bulk.refused.moved', { name: (values as { name?: string } | null)?.name ?? '' });
      return errorWords(locale, code, values);
    },
    cell: (number, named) =>
      named ? (
        <TextLink href={inLocale(locale, paths.staff('triage', named.id))}>
          <bdi>{named.title}</bdi>
        </TextLink>
      ) : (
        number
      ),
  };
}
