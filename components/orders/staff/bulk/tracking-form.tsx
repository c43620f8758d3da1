'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { importTrackingAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FileButton } from '@/components/forms/file-button';
import { useFormField } from '@/components/forms/form-context';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { FieldNotes } from '@/components/ui/field';

/** Takes a file of tracking numbers; what it would do is shown on the page that follows. */
export function TrackingForm({ locale }: { locale: string }) {
  const t = useTranslations('orders.staff.trackingImport');
  return (
    <ActionForm action={importTrackingAction} hidden={{ locale }} className="max-w-xl gap-5">
      <FileInput />
      <FormText name="carrier" label={t('carrier')} maxLength={40} />
      <FormSubmit className="justify-self-start">{t('do')}</FormSubmit>
    </ActionForm>
  );
}

function FileInput() {
  const t = useTranslations('orders.staff.trackingImport');
  const { id, name, error } = useFormField('file');
  const [chosen, choose] = useState<string | null>(null);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <p className="text-[0.9375rem] font-semibold">{t('file')}</p>
      <div className="relative flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <FileButton
          id={id}
          name={name}
          error={error}
          label={t('file')}
          accept=".csv,text/csv,text/plain"
          required
          onChoose={({ files }) => choose(files?.[0]?.name ?? null)}
        >
          {t('choose')}
        </FileButton>
        <span className="js-only min-w-0 truncate text-sm text-muted">{chosen ?? t('noFile')}</span>
      </div>
      <FieldNotes id={id} error={error} hint={t('fileHint')} />
    </div>
  );
}
