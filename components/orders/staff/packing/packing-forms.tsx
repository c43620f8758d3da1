'use client';

import { Check, Minus, PackageCheck, PackageOpen, Plus, Truck } from 'lucide-react';
import { useTranslations } from 'use-intl';

import {
  countPieceAction,
  leavePackingAction,
  packParcelAction,
  startPackingAction,
  takeOutAction,
} from '@/app/actions/orders.packing';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { cx } from '@/components/ui/cx';

/** Begins with the order that waits longest, or with one that is named. */
export function StartPacking({ number, choice, locale }: { number?: string; choice?: string; locale: string }) {
  const t = useTranslations('orders.staff.packing');
  return (
    <ActionForm action={startPackingAction} hidden={{ number, choice, locale }} className="gap-3">
      <FormSubmit
        variant={number ? 'secondary' : 'primary'}
        icon={<PackageOpen aria-hidden />}
        className="justify-self-start"
      >
        {t(number ? 'startThis' : 'start')}
      </FormSubmit>
    </ActionForm>
  );
}

/** Puts the order back for whoever packs next. */
export function LeavePacking({ number }: { number: string }) {
  const t = useTranslations('orders.staff.packing');
  return (
    <ActionForm action={leavePackingAction} hidden={{ number }} className="gap-2">
      <FormSubmit variant="quiet" className="justify-self-start">
        {t('leave')}
      </FormSubmit>
    </ActionForm>
  );
}

export type PackLine = { id: string; title: string; sku: string; wanted: number; packed: number; serials: string[] };

/** A line of the order: how much of it lies in the parcel, counted by hand where nothing can be scanned. */
export function PackLineRow({ number, line }: { number: string; line: PackLine }) {
  const t = useTranslations('orders.staff.packing');
  const { id: lineId, title, sku, wanted, packed, serials } = line;
  const full = packed >= wanted;
  return (
    <li
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border px-4 py-3',
        full ? 'border-positive bg-positive-soft' : 'border-line',
      )}
    >
      <span className="min-w-0 flex-1 basis-48">
        <span className="block font-semibold break-words">{title}</span>
        {sku && <span className="block font-mono text-sm break-all text-muted">{sku}</span>}
        {serials.length > 0 && <span className="block font-mono text-sm break-all">{serials.join(', ')}</span>}
      </span>
      <span className="flex items-center gap-1.5 text-subheading tabular-nums">
        {full && <Check aria-hidden className="size-5" />}
        {t('count', { packed, wanted })}
      </span>
      <span className="flex items-center gap-2">
        <ActionForm action={takeOutAction} hidden={{ number, lineId }} className="gap-1">
          <FormSubmit
            variant="quiet"
            size="sm"
            icon={<Minus aria-hidden />}
            aria-label={t('less', { title })}
            disabled={packed === 0}
          />
        </ActionForm>
        <ActionForm action={countPieceAction} hidden={{ number, lineId }} className="grid-flow-col gap-1">
          <FormSubmit
            variant="secondary"
            size="sm"
            icon={<Plus aria-hidden />}
            aria-label={t('more', { title })}
            disabled={full}
          />
        </ActionForm>
        {wanted - packed > 1 && (
          <ActionForm action={countPieceAction} hidden={{ number, lineId, all: '1' }} className="gap-1">
            <FormSubmit variant="quiet" size="sm">
              {t('all', { count: wanted - packed })}
            </FormSubmit>
          </ActionForm>
        )}
      </span>
    </li>
  );
}

type SendProps = {
  number: string;
  complete: boolean;
  choice: string;
  choices: { value: string; label: string }[];
  locale: string;
};

/** Sends what was packed; what is missing follows in another parcel. */
export function SendPacked({ number, complete, choice, choices, locale }: SendProps) {
  const t = useTranslations('orders.staff.packing');
  const words = useTranslations('orders.staff');
  return (
    <ActionForm action={packParcelAction} hidden={{ number, locale }} className="gap-4">
      <p className={cx('text-sm', complete ? 'font-semibold' : 'text-muted')}>{t(complete ? 'complete' : 'missing')}</p>
      <FormSelect name="choice" label={t('label')} options={choices} blank={t('noLabel')} initial={choice} />
      <FormText name="carrier" label={words('carrier')} hint={t('carrierHint')} maxLength={40} />
      <FormText name="tracking" label={words('tracking')} maxLength={60} />
      <FormSubmit
        variant={complete ? 'primary' : 'secondary'}
        icon={complete ? <PackageCheck aria-hidden /> : <Truck aria-hidden />}
        className="justify-self-start"
      >
        {t(complete ? 'send' : 'sendPart')}
      </FormSubmit>
    </ActionForm>
  );
}
