'use client';

import { useTranslations } from 'use-intl';

import { askBackupAction } from '@/app/actions/backups';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

/** Asks for a backup now. */
export function MakeBackup() {
  const t = useTranslations('backups');
  return (
    <ActionForm action={askBackupAction} onDone={() => toast.success(t('makeAsked'))}>
      <FormSubmit className="justify-self-start">{t('make')}</FormSubmit>
    </ActionForm>
  );
}
