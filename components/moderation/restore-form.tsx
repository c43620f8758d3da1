'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea } from '@/components/forms/form-fields';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Undo2 } from '@/components/ui/icons';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toaster';
import { restorePostAction } from '@/app/actions/forum';

export function RestoreForm({ post }: { post: string }) {
  const t = useTranslations('moderation');
  const [open, setOpen] = useState(false);
  const done = () => {
    setOpen(false);
    toast.success(t('queue.restored'));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('queue.restoreTitle')}
      trigger={
        <Button size="sm" icon={<Undo2 aria-hidden />}>
          {t('queue.restore')}
        </Button>
      }
    >
      <ActionForm action={restorePostAction} hidden={{ post }} onDone={done}>
        <FormArea name="reason" label={t('queue.restoreReason')} rows={2} maxLength={500} required />
        <SubmitButton>{t('queue.restore')}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
