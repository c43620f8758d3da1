'use client';

import { useTranslations } from 'use-intl';

import { correctAddressAction, correctTrackingAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Fold } from '@/components/ui/fold';
import type { CountryCode } from '@/lib/orders/schema';

import { AddressFields, type KnownAddress } from '../address-fields';

type AddressProps = {
  number: string;
  parts: KnownAddress;
  country: { value: string; label: string };
  onDone: () => void;
};

/** Corrects where an order goes, within its country, with a reason. */
export function CorrectAddressForm({ number, parts, country, onDone }: AddressProps) {
  const t = useTranslations('orders.staff');
  const nothing = () => undefined;
  return (
    <Fold title={t('correct.address')}>
      <ActionForm
        action={correctAddressAction}
        hidden={{ number }}
        className="mt-3 gap-4"
        success={t('correct.addressDone')}
        onDone={onDone}
      >
        <p className="text-sm text-muted">{t('correct.addressBody')}</p>
        <AddressFields
          known={{ ...parts, country: country.value }}
          countries={[country]}
          country={country.value as CountryCode}
          onCountry={nothing}
          onRegion={nothing}
        />
        <FormArea name="reason" label={t('refundReason')} rows={2} maxLength={500} required />
        <FormSubmit className="justify-self-start">{t('correct.addressDo')}</FormSubmit>
      </ActionForm>
    </Fold>
  );
}

type Parcel = { id: string; carrier: string; tracking: string };

/** Corrects how a parcel is followed, with a reason; its buyer is notified. */
export function CorrectTrackingForm({ number, parcel }: { number: string; parcel: Parcel }) {
  const t = useTranslations('orders.staff');
  return (
    <Fold title={t('correct.tracking')}>
      <ActionForm
        action={correctTrackingAction}
        hidden={{ number, shipmentId: parcel.id, was: parcel.tracking }}
        className="mt-3 gap-4"
        success={t('correct.trackingDone')}
      >
        <FormText name="carrier" label={t('carrier')} initial={parcel.carrier} maxLength={40} required />
        <FormText name="tracking" label={t('tracking')} initial={parcel.tracking} maxLength={60} required />
        <FormArea name="reason" label={t('refundReason')} rows={2} maxLength={500} required />
        <FormSubmit className="justify-self-start">{t('correct.trackingDo')}</FormSubmit>
      </ActionForm>
    </Fold>
  );
}
