'use client';

import { PackageCheck, Truck } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { deliverOrderAction, shipOrderAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { cx } from '@/components/ui/cx';

import { pieces } from '@/lib/orders/choices/item-words';

import { CorrectTrackingForm } from './correct-forms';

/** A line of which some pieces were not sent yet. */
export type LeftLine = { lineId: string; title: string; units: number };
/** A parcel that is on its way; `contents` is what lies in it, in words. */
export type SentParcel = { id: string; carrier: string; tracking: string; contents: string };

type ShipProps = {
  number: string;
  left: LeftLine[];
  apart: boolean;
  /** What its label says, where it has one. */ known?: Known;
};
type Known = { carrier: string; tracking: string };

/** Sends a parcel: all that is left, unless fewer pieces are typed; then the rest follows in another. */
export function ShipForm({ number, left, apart, known }: ShipProps) {
  const t = useTranslations('orders.staff');
  const several = left.length > 1 || left.some(({ units }) => units > 1);
  return (
    <ActionForm
      action={shipOrderAction}
      hidden={{ number }}
      className={cx('gap-4', apart && 'border-t border-line pt-4')}
      success={t('shipped')}
    >
      {apart && (
        <h3 className="font-semibold break-words">
          {t('restToSend', { items: left.map(({ units, title }) => pieces(units, title)).join('; ') })}
        </h3>
      )}
      <p className="text-sm text-muted">{t('shipBody')}</p>
      {several && (
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-semibold">{t('inParcel')}</legend>
          {left.map(({ lineId, title, units }) => (
            <FormText
              key={lineId}
              name={`units.${lineId}`}
              label={title}
              hint={t('leftToSend', { count: units })}
              initial={String(units)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={7}
            />
          ))}
        </fieldset>
      )}
      <FormText name="carrier" label={t('carrier')} initial={known?.carrier} maxLength={40} required />
      <FormText name="tracking" label={t('tracking')} initial={known?.tracking} maxLength={60} required />
      <FormArea
        name="serials"
        label={t('serials')}
        hint={t('serialsHint')}
        rows={2}
        maxLength={100_000}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <FormSubmit icon={<Truck aria-hidden />}>{t('shipDo')}</FormSubmit>
    </ActionForm>
  );
}

type ParcelProps = {
  number: string;
  parcel: SentParcel;
  can: { deliver: boolean; correctTracking: boolean };
  /** Whether it has to be said which parcel it is. */
  named: boolean;
};

/** What can be done with a parcel that is on its way. */
export function ParcelForms({ number, parcel, can, named }: ParcelProps) {
  const t = useTranslations('orders.staff');
  return (
    <section className="grid gap-4">
      {named && (
        <div>
          <h3 className="font-semibold break-words">{parcel.contents}</h3>
          <p className="text-sm break-all text-muted">
            {parcel.carrier} <span className="font-mono">{parcel.tracking}</span>
          </p>
        </div>
      )}
      {can.deliver && (
        <ActionForm
          action={deliverOrderAction}
          hidden={{ number, shipmentId: parcel.id }}
          className="gap-3"
          success={t('delivered')}
        >
          <p className="text-sm text-muted">{t('deliverBody')}</p>
          <FormSubmit icon={<PackageCheck aria-hidden />}>{t('deliver')}</FormSubmit>
        </ActionForm>
      )}
      {can.correctTracking && <CorrectTrackingForm number={number} parcel={parcel} />}
    </section>
  );
}
