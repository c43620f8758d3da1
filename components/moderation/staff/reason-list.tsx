import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { mostReasons, offered, type ReportReason } from '@/lib/moderation/choices';

import { ReasonForm } from './reason-form';
import { ReasonMoves } from './reason-moves';

type Props = { reasons: ReportReason[]; shown: number; locale: Locale };

/** The reasons in the order in which a reporter reads them, each with its words and what can be done with it; then a new one. */
export function ReasonList({ reasons, shown, locale }: Props) {
  const t = translator(locale, 'moderation');
  const open = offered(reasons);
  return (
    <>
      <Card flush>
        <ol className="divide-y divide-line">
          {reasons.map((reason, at) => (
            <li key={`${reason.id} ${shown}`} className="grid gap-3 p-4 sm:p-6">
              <Reason
                reason={reason}
                shown={shown}
                locale={locale}
                up={!reason.retired && at > 0}
                down={!reason.retired && at < open.length - 1}
                last={!reason.retired && open.length === 1}
              />
            </li>
          ))}
        </ol>
      </Card>
      {reasons.length < mostReasons && (
        <Card>
          <h2 className="mb-4 text-subheading">{t('reasons.add')}</h2>
          <ReasonForm key={`new ${shown}`} shown={shown} />
        </Card>
      )}
    </>
  );
}

type ReasonProps = { reason: ReportReason; shown: number; locale: Locale; up: boolean; down: boolean; last: boolean };

function Reason({ reason, shown, locale, up, down, last }: ReasonProps) {
  const t = translator(locale, 'moderation');
  const label = localText(locale, reason.label, reason.labelZh);
  const hint = localText(locale, reason.hint, reason.hintZh);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-sans font-semibold wrap-anywhere">
            <bdi>{label}</bdi>
            {reason.retired && <Badge>{t('reasons.retired')}</Badge>}
          </h2>
          {hint && (
            <p className="max-w-prose text-[0.9375rem] wrap-anywhere text-muted">
              <bdi>{hint}</bdi>
            </p>
          )}
        </div>
        <ReasonMoves id={reason.id} label={label} retired={reason.retired} shown={shown} {...{ up, down, last }} />
      </div>
      <details>
        <summary className="touch w-fit cursor-pointer text-[0.9375rem] font-medium text-accent-ink hover:underline hover:underline-offset-4">
          {t('reasons.edit')}
        </summary>
        <div className="mt-4">
          <ReasonForm reason={reason} shown={shown} />
        </div>
      </details>
    </>
  );
}
