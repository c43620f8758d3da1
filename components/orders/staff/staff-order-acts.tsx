'use client';

import { PackageCheck, Truck, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { CorrectTrackingForm } from './correct-forms';
import { cx } from '@/components/ui/cx';
import { deliverOrderAction, refundOrderAction, shipOrderAction } from '@/app/actions/orders';
import type { OrderState } from '@/lib/orders/schema';

type Props = {
  number: string;
  state: OrderState;
  total: string;
  can: { ship: boolean; deliver: boolean; refund: boolean };
  refunding: boolean;
  /** The parcel that is on its way, where it may be corrected. */
  parcel: { carrier: string; tracking: string } | null;
};

/** What staff can do with an order as it stands. */
export function StaffOrderActs({ number, state, total, can, refunding, parcel }: Props) {
  const t = useTranslations('orders.staff');
  const idle = !can.ship && !can.deliver && !can.refund && !parcel;
  return (
    <Card as="section" className="grid gap-6">
      <h2 className="text-subheading">{t('acts')}</h2>
      {idle && <p className="text-muted">{refunding ? t('refundRunning') : t('nothing')}</p>}
      {can.ship && <Ship number={number} />}
      {can.deliver && <Deliver number={number} />}
      {parcel && <CorrectTrackingForm number={number} parcel={parcel} />}
      {can.refund && <Refund number={number} state={state} total={total} apart={can.ship || can.deliver} />}
    </Card>
  );
}

function Ship({ number }: { number: string }) {
  const t = useTranslations('orders.staff');
  return (
    <ActionForm action={shipOrderAction} hidden={{ number }} className="gap-4" success={t('shipped')}>
      <p className="text-sm text-muted">{t('shipBody')}</p>
      <FormText name="carrier" label={t('carrier')} maxLength={40} required />
      <FormText name="tracking" label={t('tracking')} maxLength={60} required />
      <FormArea
        name="serials"
        label={t('serials')}
        hint={t('serialsHint')}
        rows={2}
        maxLength={5_000}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <FormSubmit icon={<Truck aria-hidden />}>{t('shipDo')}</FormSubmit>
    </ActionForm>
  );
}

function Deliver({ number }: { number: string }) {
  const t = useTranslations('orders.staff');
  return (
    <ActionForm action={deliverOrderAction} hidden={{ number }} className="gap-3" success={t('delivered')}>
      <p className="text-sm text-muted">{t('deliverBody')}</p>
      <FormSubmit icon={<PackageCheck aria-hidden />}>{t('deliver')}</FormSubmit>
    </ActionForm>
  );
}

function Refund({ number, state, total, apart }: { number: string; state: OrderState; total: string; apart: boolean }) {
  const t = useTranslations('orders.staff');
  return (
    <details className={cx('group', apart && 'border-t border-line pt-4')}>
      <summary className="touch flex cursor-pointer items-center gap-2 font-semibold text-danger">
        <Undo2 aria-hidden className="size-4.5" />
        {t('refund')}
      </summary>
      <ActionForm
        action={refundOrderAction}
        hidden={{ number, seen: state }}
        className="mt-3 gap-4"
        success={t('refunded')}
      >
        <p className="text-sm text-muted">{t(state === 'PAID' ? 'refundBody' : 'refundSentBody', { total })}</p>
        <FormArea name="reason" label={t('refundReason')} rows={2} maxLength={500} required />
        <FormSubmit variant="danger">{t('refundDo', { total })}</FormSubmit>
      </ActionForm>
    </details>
  );
}
