import type { ComponentProps } from 'react';

import { CaseHistory } from '@/components/staff/case-history';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { endStates } from '@/lib/recalls/policy';
import type { StaffRecall, StaffRecallUnit } from '@/lib/recalls/queries/staff';
import type { RecallUnitState } from '@/lib/recalls/schema';
import { translator } from '@/lib/web/i18n';

import { ExportRecall } from './export-recall';
import { RecallCoverage } from './recall-coverage';
import { RecallFacts } from './recall-facts';
import { recallSteps } from './recall-steps';
import { RecallUnit } from './recall-unit';
import { RecallUnits } from './recall-units';
import { CloseRecall, RemindOwners, ReopenRecall, WithdrawRecall } from './run-recall';

type Coverage = ComponentProps<typeof RecallCoverage>['coverage'];
type Props = {
  recall: StaffRecall;
  coverage: Coverage;
  page: ComponentProps<typeof RecallUnits>['page'];
  isFirst: boolean;
  unit: StaffRecallUnit | null;
  state?: RecallUnitState;
  /** How many devices that the shop has it keeps back. */
  atShop: number;
  canRun: boolean;
  canHandle: boolean;
  locale: Locale;
};

/** A recall that was published: how far it is, its devices, and what can be done with it. */
export function PublishedRecall({ recall, coverage, page, isFirst, unit, state, atShop, ...rest }: Props) {
  const { canRun, canHandle, locale } = rest;
  const t = translator(locale, 'recalls');
  const home = inLocale(locale, paths.staff('recalls', recall.id));
  const list = withQuery(home, { state });
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="grid min-w-0 gap-6">
        {unit && (
          <RecallUnit unit={unit} remedies={recall.remedies} home={list} canHandle={canHandle} locale={locale} />
        )}
        <RecallCoverage coverage={coverage} home={home} state={state} locale={locale} />
        {atShop > 0 && (
          <Notice
            tone="warning"
            action={<TextLink href={inLocale(locale, paths.staff('stock'))}>{t('staff.stockLink')}</TextLink>}
          >
            {t('staff.stock', { count: atShop })}
          </Notice>
        )}
        <RecallUnits page={page} home={list} isFirst={isFirst} locale={locale} />
      </div>
      <div className="grid min-w-0 gap-6">
        {canRun && <Acts recall={recall} coverage={coverage} locale={locale} />}
        <ExportRecall recallId={recall.id} locale={locale} />
        <RecallFacts recall={recall} locale={locale} />
        <CaseHistory title={t('staff.history')} steps={recallSteps(recall, locale)} locale={locale} />
      </div>
    </div>
  );
}

function Acts({ recall: { id: recallId, state }, coverage, locale }: Pick<Props, 'recall' | 'coverage' | 'locale'>) {
  const t = translator(locale, 'recalls');
  if (state === 'WITHDRAWN') return null;
  const ended: readonly RecallUnitState[] = endStates;
  const left = coverage.shares.reduce((sum, share) => sum + (ended.includes(share.state) ? 0 : share.count), 0);
  return (
    <Card as="section" className="grid gap-4">
      <h2 className="text-subheading">{t('staff.acts')}</h2>
      {state === 'CLOSED' ? (
        <ReopenRecall recallId={recallId} />
      ) : (
        <>
          <RemindOwners recallId={recallId} />
          <CloseRecall recallId={recallId} left={left} />
          <WithdrawRecall recallId={recallId} isOpen />
        </>
      )}
    </Card>
  );
}
