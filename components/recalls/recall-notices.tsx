import { ButtonLink } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { recallPath } from '@/lib/recalls/choices/recall-path';
import { answerPath } from '@/lib/recalls/choices/answer-path';
import type { OpenRecall } from '@/lib/recalls/queries/own';

type Props = {
  recalls: readonly OpenRecall[];
  /** Their owner looks, who answers. */
  own?: true;
  locale: Locale;
};

/** The open recalls of a device, where it is shown: the danger, what to do, and the way to answer. */
export function RecallNotices({ recalls, own, locale }: Props) {
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
          {own && recall.key && (
            <ButtonLink size="sm" variant="primary" href={inLocale(locale, answerPath(recall.key))}>
              {t('notice.answer')}
            </ButtonLink>
          )}
          {own && !recall.key && <span>{t('notice.unanswered')}</span>}
          <TextLink href={inLocale(locale, recallPath(recall.slug))}>{t('notice.more')}</TextLink>
        </p>
      </div>
    </Notice>
  ));
}
