import { Fold } from '@/components/ui/fold';
import type { Locale } from '@/lib/core/locale';
import type { StaffRepairPage } from '@/lib/flows/repairs/read-staff-repair';
import { translator } from '@/lib/web/i18n';

import { HandOverForm, PartForm, QuoteForm } from './cost-forms';
import { CloseRepairForm, DecideRepairForm, DiagnoseForm, TakeInForm, WorkForm } from './repair-acts';

type Props = { page: StaffRepairPage; money: (minor: number) => string; locale: Locale };

/** What staff can do with a repair as it stands: what comes next first, all else folded below it. */
export function StaffRepairActs({ page, money, locale }: Props) {
  const { found, can, agreed, places } = page;
  const { id: repairId, state } = found;
  const t = translator(locale, 'repairs');
  if (can.decide) return <DecideRepairForm repairId={repairId} approve />;
  if (can.close) return <CloseRepairForm repairId={repairId} />;
  const takeIn = can.takeIn && <TakeInForm {...{ repairId, places }} before={found} />;
  const diagnose = can.diagnose && <DiagnoseForm repairId={repairId} diagnosis={found.diagnosis} />;
  const price = agreed && (agreed.amountMinor === 0 ? t('free') : money(agreed.amountMinor));
  const quote = can.quote && (
    <QuoteForm
      {...{ repairId, inWarranty: found.inWarranty, currency: found.currency, agreed: price }}
      shown={found.quotes[0]?.version ?? 0}
    />
  );
  const hand = can.handOver && (
    <HandOverForm
      {...{ repairId, isTheirs: page.isTheirs, isDone: state === 'READY', collects: found.shipTo === '' }}
      costs={(agreed?.amountMinor ?? 0) > 0}
    />
  );
  const isReady = state === 'READY' || state === 'DECLINED';
  const first =
    (state === 'APPROVED' && takeIn) ||
    (state === 'RECEIVED' && (found.lockOff && found.wiped ? diagnose : takeIn)) ||
    (state === 'DIAGNOSED' && quote) ||
    (isReady && hand) ||
    (can.work.length > 0 && <WorkForm repairId={repairId} steps={can.work} />) ||
    null;
  const rest = [
    can.parts && ([t('staff.fitTitle'), <PartForm key="part" {...{ repairId, places }} />] as const),
    quote && first !== quote && ([t('staff.requote'), quote] as const),
    takeIn && first !== takeIn && ([t('staff.correctIntake'), takeIn] as const),
    diagnose && first !== diagnose && ([t('staff.correctDiagnosis'), diagnose] as const),
    can.refuse &&
      ([t('staff.refuseTitle'), <DecideRepairForm key="refuse" repairId={repairId} approve={false} />] as const),
    hand && first !== hand && ([t(page.isTheirs ? 'staff.giveBack' : 'staff.keep'), hand] as const),
  ].filter((each) => each !== false);
  if (!first && rest.length === 0) return <p className="text-muted">{t('staff.nothing')}</p>;
  return (
    <>
      {first ?? <p className="text-muted">{t('staff.waiting')}</p>}
      {rest.map(([title, form]) => (
        <Fold key={title} title={title}>
          <div className="mt-3">{form}</div>
        </Fold>
      ))}
    </>
  );
}
