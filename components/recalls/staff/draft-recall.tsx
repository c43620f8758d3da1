import { CaseHistory } from '@/components/staff/case-history';
import { Card, SectionHead } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Stat, Stats } from '@/components/ui/stat';
import type { Locale } from '@/lib/core/locale';
import type { rehearseRecall, StaffRecall } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';

import { RecallFacts } from './recall-facts';
import { recallSteps } from './recall-steps';
import { PublishRecall, WithdrawRecall } from './run-recall';

type Rehearsed = NonNullable<Awaited<ReturnType<typeof rehearseRecall>>>;
type Props = { recall: StaffRecall; rehearsed: Rehearsed; canRun: boolean; locale: Locale };

/** A recall that is not public: what it would mean, what it says, and publishing it. */
export function DraftRecall({ recall, rehearsed, canRun, locale }: Props) {
  const t = translator(locale, 'recalls');
  const { id: recallId, version, state } = recall;
  const { units, owned, owners, atShop, elsewhere } = rehearsed;
  return (
    <div className="grid max-w-4xl gap-6">
      <Card as="section" aria-labelledby="rehearsal">
        <SectionHead id="rehearsal" title={t('staff.rehearsal.title')} lead={t('staff.rehearsal.lead')} />
        <Stats>
          <Stat label={t('staff.rehearsal.units')} value={units} />
          <Stat
            label={t('staff.rehearsal.owned')}
            value={owned}
            hint={t('staff.rehearsal.owners', { count: owners })}
          />
          <Stat label={t('staff.rehearsal.atShop')} value={atShop} hint={t('staff.rehearsal.atShopHint')} />
          <Stat label={t('staff.rehearsal.elsewhere')} value={elsewhere} hint={t('staff.rehearsal.elsewhereHint')} />
        </Stats>
        {state === 'DRAFT' && canRun && (
          <div className="mt-6 grid gap-3 border-t border-line pt-5">
            {units > 0 ? (
              <PublishRecall {...{ recallId, version, units, owners }} />
            ) : (
              <Notice tone="warning">{t('staff.unpublishable')}</Notice>
            )}
            <WithdrawRecall recallId={recallId} isOpen={false} />
          </div>
        )}
      </Card>
      <RecallFacts recall={recall} locale={locale} />
      <CaseHistory title={t('staff.history')} steps={recallSteps(recall, locale)} locale={locale} />
    </div>
  );
}
