'use client';

import { useTranslations } from 'use-intl';

import { closeLocationAction, saveLocationAction } from '@/app/actions/stock';
import { ActionForm } from '@/components/forms/action-form';
import { DeleteFold } from '@/components/forms/delete-fold';
import { FormCheck, FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { Location } from '@/lib/stock/queries/places';

/** Adds a place where goods lie, or changes one. */
export function LocationForm({ location, position = 0 }: { location?: Location; position?: number }) {
  const t = useTranslations('stock');
  return (
    <ActionForm
      action={saveLocationAction}
      hidden={{ locationId: location?.id, shown: String(location?.version ?? 0) }}
      clear={!location}
      onDone={() => void toast.success(t(location ? 'locations.saved' : 'locations.added'))}
      className="grid gap-5"
    >
      <div className="grid items-start gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <FormText name="name" label={t('locations.name')} initial={location?.name} maxLength={80} required />
        <FormText
          name="position"
          label={t('locations.position')}
          hint={t('locations.positionHint')}
          initial={String(location?.position ?? position)}
          inputMode="numeric"
          autoComplete="off"
          required
        />
      </div>
      <FormText name="address" label={t('locations.address')} initial={location?.address} maxLength={200} />
      <FormCheck
        name="sells"
        label={t('locations.sells')}
        hint={t('locations.sellsHint')}
        initial={location?.sells ?? true}
      />
      <FormSubmit variant={location ? 'secondary' : 'primary'} className="justify-self-start">
        {t(location ? 'locations.save' : 'locations.add')}
      </FormSubmit>
    </ActionForm>
  );
}

/** Closes a place for good. */
export function CloseLocation({ id, here }: { id: string; here: string }) {
  const t = useTranslations('stock');
  return (
    <DeleteFold
      action={closeLocationAction}
      hidden={{ locationId: id }}
      words={{ open: t('locations.close'), lead: t('locations.closeLead'), button: t('locations.close') }}
      to={here}
      done={t('locations.closed')}
    />
  );
}
