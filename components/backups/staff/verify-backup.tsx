'use client';

import { useTranslations } from 'use-intl';

import { verifyBackupAction } from '@/app/actions/backups';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

/** Has a backup read again from beginning to end. */
export function VerifyBackup({ id }: { id: string }) {
  const t = useTranslations('backups.list');
  return (
    <ActionForm action={verifyBackupAction} hidden={{ id }} onDone={() => toast.success(t('verifyAsked'))}>
      <FormSubmit variant="secondary" size="sm" className="justify-self-start">
        {t('verify')}
      </FormSubmit>
    </ActionForm>
  );
}
