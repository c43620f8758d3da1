'use client';

import { useTranslations } from 'use-intl';

import { receiveUnitsAction } from '@/app/actions/stock';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

type Choice = { value: string; label: string };

/** Takes units in: of one variant, or of one that is chosen among those that are not tracked yet. */
export function ReceiveForm({
  variantId,
  variants,
  places,
}: {
  variantId?: string;
  variants?: Choice[];
  places: Choice[];
}) {
  const t = useTranslations('stock');
  return (
    <ActionForm
      action={receiveUnitsAction}
      hidden={{ variantId }}
      clear
      onDone={() => void toast.success(t('receive.done'))}
      className="grid gap-5"
    >
      {variants && (
        <FormSelect
          name="variantId"
          label={t('receive.variant')}
          options={variants}
          blank={t('receive.choose')}
          required
        />
      )}
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
      <FormText name="note" label={t('receive.note')} hint={t('receive.noteHint')} maxLength={200} autoComplete="off" />
      <FormSubmit className="justify-self-start">{t('receive.button')}</FormSubmit>
    </ActionForm>
  );
}
