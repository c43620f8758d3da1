'use client';

import { useTranslations } from 'use-intl';

import {
  dropImportFileAction,
  dropRunFilesAction,
  goOnWithRunAction,
  importRehearsedAction,
  stopImportRunAction,
} from '@/app/actions/imports';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

/** Imports what was rehearsed. */
export function ImportNow({ id, locale }: { id: string; locale: string }) {
  const t = useTranslations('imports.run');
  return (
    <ActionForm action={importRehearsedAction} hidden={{ id, locale }}>
      <FormSubmit className="justify-self-start">{t('importNow')}</FormSubmit>
    </ActionForm>
  );
}

/** Stops a run; what it has brought stays. */
export function StopRun({ id }: { id: string }) {
  const t = useTranslations('imports.run');
  return (
    <ActionForm action={stopImportRunAction} hidden={{ id }} onDone={() => toast.success(t('stopAsked'))}>
      <FormSubmit variant="secondary" size="sm" className="justify-self-start">
        {t('stop')}
      </FormSubmit>
    </ActionForm>
  );
}

/** Goes on with a run that did not come to its end. */
export function GoOn({ id }: { id: string }) {
  const t = useTranslations('imports.run');
  return (
    <ActionForm action={goOnWithRunAction} hidden={{ id }} onDone={() => toast.success(t('goOnAsked'))}>
      <FormSubmit className="justify-self-start">{t('goOn')}</FormSubmit>
    </ActionForm>
  );
}

/** Deletes the files that a run was to read. */
export function DropFiles({ id }: { id: string }) {
  const t = useTranslations('imports.run');
  return (
    <ActionForm action={dropRunFilesAction} hidden={{ id }} onDone={() => toast.success(t('filesDropped'))}>
      <FormSubmit variant="quiet" className="justify-self-start">
        {t('dropFiles')}
      </FormSubmit>
    </ActionForm>
  );
}

/** Takes a file away that was sent. */
export function RemoveFile({ id, name }: { id: string; name: string }) {
  const t = useTranslations('imports.shop');
  return (
    <ActionForm action={dropImportFileAction} hidden={{ id }}>
      <FormSubmit variant="quiet" size="sm" aria-label={t('removeNamed', { name })}>
        {t('remove')}
      </FormSubmit>
    </ActionForm>
  );
}
