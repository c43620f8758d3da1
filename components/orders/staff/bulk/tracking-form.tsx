'use client';

import { useTranslations } from 'use-intl';

import { importTrackingAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FileField } from '@/components/forms/file-field';
import { FormSubmit, FormText } from '@/components/forms/form-fields';

/** Takes a file of tracking numbers; what it would do is shown on the page that follows. */
export function TrackingForm({ locale }: { locale: string }) {
  const t = useTranslations('orders.staff.trackingImport');
  return (
    <ActionForm action={importTrackingAction} hidden={{ locale }} className="max-w-xl gap-5">
      <FileField
        name="file"
        label={t('file')}
        choose={t('choose')}
        none={t('noFile')}
        hint={t('fileHint')}
        accept=".csv,text/csv,text/plain"
      />
      <FormText name="carrier" label={t('carrier')} maxLength={40} />
      <FormSubmit className="justify-self-start">{t('do')}</FormSubmit>
    </ActionForm>
  );
}
