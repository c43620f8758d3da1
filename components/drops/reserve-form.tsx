'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit } from '@/components/forms/form-fields';
import { reserveUnit, withdrawReservation } from '@/app/actions/drops';

import type { StageDrop } from './stage-drop';

type Props = {
  drop: StageDrop;
  chosen: string;
  reserved: string | null;
  country: string | null | undefined;
  nameOf: (id: string) => string;
  preview: boolean;
};

/** Where a member reserves a unit, changes what they reserved, or gives it up. */
export function ReserveForm({ drop: { id: dropId, regions }, chosen, reserved, country, nameOf, preview }: Props) {
  const t = useTranslations('drops');
  const some = regions.length > 0;
  const word =
    chosen === reserved
      ? t('reserving.countrySave')
      : t(reserved ? 'reserveChange' : 'reserve', { variant: nameOf(chosen) });
  return (
    <div className="grid gap-2">
      {(chosen !== reserved || some) && (
        <ActionForm action={reserveUnit} hidden={{ dropId, variantId: chosen }}>
          {some && (
            <FormSelect
              key={country}
              name="country"
              label={t('reserving.country')}
              hint={t('reserving.countryHint')}
              blank={t('reserving.countryBlank')}
              options={regions}
              initial={country ?? ''}
              required
            />
          )}
          <FormSubmit size="lg" block variant={chosen === reserved ? 'secondary' : 'primary'} disabled={preview}>
            {word}
          </FormSubmit>
        </ActionForm>
      )}
      {reserved && (
        <ActionForm action={withdrawReservation} hidden={{ dropId }}>
          <FormSubmit variant="quiet" block>
            {t('reserveWithdraw')}
          </FormSubmit>
        </ActionForm>
      )}
    </div>
  );
}
