import { ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { answerPath } from '@/lib/recalls/choices/answer-path';
import type { OpenRecall } from '@/lib/recalls/queries/own';

type Props = {
  recalls: readonly OpenRecall[];
  /** Their owner's keys to answer, by the recall's slug; nothing where somebody else looks. */
  links?: Readonly<Record<string, string>>;
  locale: Locale;
};

/** The open recalls of a device, where it is shown: the danger, what to do, and the way to answer. */
export function RecallNotices({ recalls, links, locale }: Props) {
  const t = translator(locale, 'recalls');
  return recalls.map((recall) => (
    <Notice
      key={recall.slug}
      tone="danger"
      title={t('notice.title', { title: localText(locale, recall.title, recall.titleZh) })}
    >
      <div className="grid gap-2">
        <p className="break-words whitespace-pre-line">{localText(locale, recall.danger, recall.dangerZh)}</p>
        <p className="break-words whitespace-pre-line">{localText(locale, recall.task, recall.taskZh)}</p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {links?.[recall.slug] && (
            <ButtonLink size="sm" variant="primary" href={inLocale(locale, answerPath(links[recall.slug]!))}>
              {t('notice.answer')}
            </ButtonLink>
          )}
          {links && !links[recall.slug] && <span>{t('notice.unanswered')}</span>}
          <TextLink href={inLocale(locale, paths.recall(recall.slug))}>{t('notice.more')}</TextLink>
        </p>
      </div>
    </Notice>
  ));
}
