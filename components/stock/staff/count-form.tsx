'use client';

import { useTranslations } from 'use-intl';

import { countUnitsAction } from '@/app/actions/stock';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

type Props = { variantId: string; place: { id: string; name: string; expected: number } };

/** Corrects what is there at one place to what was counted. */
export function CountForm({ variantId, place }: Props) {
  const t = useTranslations('stock');
  return (
    <ActionForm
      action={countUnitsAction}
      hidden={{ variantId, locationId: place.id, shown: String(place.expected), note: '' }}
      onDone={() => void toast.success(t('count.done'))}
      className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start"
    >
      <FormText
        name="counted"
        label={t('count.countedAt', { place: place.name })}
        hint={t('count.expected', { units: place.expected })}
        inputMode="numeric"
        autoComplete="off"
        required
      />
      <FormSubmit variant="secondary" className="justify-self-start sm:mt-7">
        {t('count.button')}
      </FormSubmit>
    </ActionForm>
  );
}
