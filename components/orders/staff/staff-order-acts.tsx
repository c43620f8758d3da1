'use client';

import { PackageCheck, Truck, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { CorrectTrackingForm } from './correct-forms';
import { refundWords } from './refund-words';
import { cx } from '@/components/ui/cx';
import { deliverOrderAction, refundOrderAction, shipOrderAction } from '@/app/actions/orders';
import type { OrderState } from '@/lib/orders/schema';

type Props = {
  number: string;
  state: OrderState;
  /** What is left to give back, as it is written, and its currency. */
  total: string;
  currency: string;
  can: { ship: boolean; deliver: boolean; refund: boolean };
  refunding: boolean;
  /** Whether its unit is a drop's; else the shop sold it. */
  isOfDrop: boolean;
  /** The parcel that is on its way, where it may be corrected. */
  parcel: { carrier: string; tracking: string } | null;
};

/** What staff can do with an order as it stands. */
export function StaffOrderActs({ number, state, total, currency, can, refunding, isOfDrop, parcel }: Props) {
  const t = useTranslations('orders.staff');
  const idle = !can.ship && !can.deliver && !can.refund && !parcel;
  return (
    <Card as="section" className="grid gap-6">
      <h2 className="text-subheading">{t('acts')}</h2>
      {idle && <p className="text-muted">{refunding ? t('refundRunning') : t('nothing')}</p>}
      {can.ship && <Ship number={number} />}
      {can.deliver && <Deliver number={number} />}
      {parcel && <CorrectTrackingForm number={number} parcel={parcel} />}
      {can.refund && <Refund {...{ number, state, total, currency, isOfDrop }} apart={can.ship || can.deliver} />}
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

type RefundProps = Pick<Props, 'number' | 'state' | 'total' | 'currency' | 'isOfDrop'> & { apart: boolean };

function Refund({ number, state, total, currency, isOfDrop, apart }: RefundProps) {
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
        <p className="text-sm text-muted">{t(refundWords(state, isOfDrop), { total })}</p>
        <FormArea name="reason" label={t('refundReason')} rows={2} maxLength={500} required />
        <RefundAmount total={total} currency={currency} />
      </ActionForm>
    </details>
  );
}

// All that is left, unless a part of it is typed: the button says which.
function RefundAmount({ total, currency }: Pick<Props, 'total' | 'currency'>) {
  const t = useTranslations('orders.staff');
  const [part, setPart] = useState('');
  return (
    <>
      <FormText
        name="amount"
        label={t('refundAmount', { currency })}
        hint={t('refundAmountHint', { total })}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        onChange={(event) => setPart(event.currentTarget.value.trim())}
      />
      <FormSubmit variant="danger">
        {part === '' ? t('refundDo', { total }) : t('refundPartDo', { amount: part, currency })}
      </FormSubmit>
    </>
  );
}
