'use client';

import { useTranslations } from 'use-intl';

import { receiveUnitsAction } from '@/app/actions/stock';
import { ActionForm } from '@/components/forms/action-form';
import { FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

import { PlaceAndUnits, type PlaceChoice } from './place-and-units';

/** Takes units in: of one variant, or of one that is chosen among those that are not tracked yet. */
export function ReceiveForm({
  variantId,
  variants,
  places,
  once,
}: {
  variantId?: string;
  variants?: PlaceChoice[];
  places: PlaceChoice[];
  /** The form's own id: sent twice, it is done once. */
  once: string;
}) {
  const t = useTranslations('stock');
  return (
    <ActionForm
      action={receiveUnitsAction}
      hidden={{ variantId, once }}
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
      <PlaceAndUnits places={places} />
      <FormText name="note" label={t('receive.note')} hint={t('receive.noteHint')} maxLength={200} autoComplete="off" />
      <FormSubmit className="justify-self-start">{t('receive.button')}</FormSubmit>
    </ActionForm>
  );
}
