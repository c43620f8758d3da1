'use client';

import { useTranslations } from 'use-intl';

import { revokeKeyAction } from '@/app/actions/api';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/** Ends a key, after a question: what works with it stops at once. */
export function RevokeKey({ id, name }: { id: string; name: string }) {
  const t = useTranslations('api.revoke');
  return (
    <Dialog
      title={t('title', { name })}
      description={t('lead')}
      trigger={
        <Button variant="quiet" size="sm" aria-label={t('label', { name })}>
          {t('open')}
        </Button>
      }
    >
      <ActionForm action={revokeKeyAction} hidden={{ id }} success={t('done')}>
        <FormSubmit variant="danger" className="justify-self-start">
          {t('send')}
        </FormSubmit>
      </ActionForm>
    </Dialog>
  );
}
