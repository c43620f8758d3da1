'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormText } from '@/components/forms/form-fields';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { closeThreadAction } from '@/app/actions/forum';

import { useDesk } from './thread-desk';

/** Asks a moderator why the thread is closed. */
export function CloseDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('forum');
  const { thread } = useDesk();
  return (
    <Dialog open title={t('close.title')} onOpenChange={(open) => !open && onClose()}>
      <ActionForm action={closeThreadAction} hidden={{ thread: String(thread.number), on: 'true' }} onDone={onClose}>
        <FormText name="reason" label={t('close.reason')} hint={t('close.reasonHint')} maxLength={500} required />
        <SubmitButton>{t('close.yes')}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
