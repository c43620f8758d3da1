'use client';

import { useTranslations } from 'use-intl';

import { FormSelect, FormText } from '@/components/forms/form-fields';

export type PlaceChoice = { value: string; label: string };

/** Where, and how many. */
export function PlaceAndUnits({ places }: { places: PlaceChoice[] }) {
  const t = useTranslations('stock');
  return (
    <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_7rem]">
      <FormSelect
        name="locationId"
        label={t('receive.location')}
        options={places}
        initial={places[0]?.value}
        required
      />
      <FormText name="units" label={t('receive.units')} inputMode="numeric" autoComplete="off" required />
    </div>
  );
}
