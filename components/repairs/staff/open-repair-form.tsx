'use client';

import { useTranslations } from 'use-intl';

import { openRepairAction } from '@/app/actions/repairs';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';

/** Opens a repair for the owner of a device. */
export function OpenRepairForm({ unitId, locale }: { unitId: string; locale: string }) {
  const t = useTranslations('repairs.staff');
  return (
    <ActionForm action={openRepairAction} hidden={{ unitId, locale }} className="mt-3 gap-4">
      <FormArea name="note" label={t('openNote')} hint={t('openHint')} rows={3} maxLength={1000} required />
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('openDo')}
      </FormSubmit>
    </ActionForm>
  );
}
