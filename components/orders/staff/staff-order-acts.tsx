'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheck, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { StartPacking } from './packing/packing-forms';
import { LabelForms, type OpenLabel } from './label-forms';
import { ParcelForms, ShipForm, type LeftLine, type SentParcel } from './parcel-forms';
import { refundWords } from './refund-words';
import { cx } from '@/components/ui/cx';
import { refundOrderAction } from '@/app/actions/orders';
import type { OrderActs } from '@/lib/orders/policy';
import type { OrderState } from '@/lib/orders/schema';

type Props = {
  number: string;
  locale: string;
  state: OrderState;
  /** What is left to give back, as it is written, and its currency. */
  total: string;
  leftMinor: number;
  currency: string;
  can: OrderActs;
  refunding: boolean;
  /** Whether its unit is a drop's; else the shop sold it. */
  isOfDrop: boolean;
  /** Whether its buyer has an account, which a refund may be put into as credit. */
  hasAccount: boolean;
  /** What was not sent yet, by line. */
  left: LeftLine[];
  /** The parcels that are on their way. */
  parcels: SentParcel[];
  label: OpenLabel | null;
  choices: { value: string; label: string }[];
};

/** What staff can do with an order as it stands. */
export function StaffOrderActs({
  number,
  state,
  can,
  refunding,
  left,
  parcels,
  label,
  choices,
  locale,
  ...money
}: Props) {
  const t = useTranslations('orders.staff');
  const sent = can.deliver || can.correctTracking ? parcels : [];
  const idle = !can.ship && !can.refund && !label && sent.length === 0;
  return (
    <Card as="section" className="grid gap-6">
      <h2 className="text-subheading">{t('acts')}</h2>
      {idle && <p className="text-muted">{refunding ? t('refundRunning') : t('nothing')}</p>}
      {sent.map((parcel) => (
        <ParcelForms key={parcel.id} number={number} parcel={parcel} can={can} named={sent.length > 1 || can.ship} />
      ))}
      {can.ship && <StartPacking number={number} locale={locale} />}
      {(can.ship || label) && <LabelForms number={number} label={label} choices={can.ship ? choices : []} />}
      {can.ship && (
        <ShipForm
          key={`${left.length} ${label?.tracking ?? ''}`}
          number={number}
          left={left}
          apart={sent.length > 0}
          known={label && label.tracking ? { carrier: label.service, tracking: label.tracking } : undefined}
        />
      )}
      {can.refund && <Refund {...{ number, state, ...money }} apart={can.ship || sent.length > 0} />}
    </Card>
  );
}

type RefundProps = Pick<Props, 'number' | 'state' | 'total' | 'leftMinor' | 'currency' | 'isOfDrop' | 'hasAccount'> & {
  apart: boolean;
};

function Refund({ number, state, total, leftMinor, currency, isOfDrop, hasAccount, apart }: RefundProps) {
  const t = useTranslations('orders.staff');
  const [part, setPart] = useState('');
  return (
    <details className={cx('group', apart && 'border-t border-line pt-4')}>
      <summary className="touch flex cursor-pointer items-center gap-2 font-semibold text-danger">
        <Undo2 aria-hidden className="size-4.5" />
        {t('refund')}
      </summary>
      <ActionForm
        action={refundOrderAction}
        hidden={{ number, seen: state, seenLeft: String(leftMinor) }}
        className="mt-3 gap-4"
        success={t('refunded')}
      >
        <p className="text-sm text-muted">{t(refundWords(state, isOfDrop, part !== ''), { total })}</p>
        <FormArea name="reason" label={t('refundReason')} rows={2} maxLength={500} required />
        {/* All that is left, unless a part of it is typed: the button says which. */}
        <FormText
          name="amount"
          label={t('refundAmount', { currency })}
          hint={t('refundAmountHint', { total })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          onChange={(event) => setPart(event.currentTarget.value.trim())}
        />
        {hasAccount && leftMinor > 0 && (
          <FormCheck name="toCredit" label={t('refundToCredit')} hint={t('refundToCreditHint')} />
        )}
        <FormSubmit variant="danger">
          {part === '' ? t('refundDo', { total }) : t('refundPartDo', { amount: part, currency })}
        </FormSubmit>
      </ActionForm>
    </details>
  );
}
