'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea } from '@/components/forms/form-fields';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toaster';
import { hidePostAction } from '@/app/actions/forum';

export function HideDialog({ post, onClose }: { post: string; onClose: () => void }) {
  const t = useTranslations('moderation');
  const done = () => {
    toast.success(t('hide.done'));
    onClose();
  };
  return (
    <Dialog open title={t('hide.title')} description={t('hide.lead')} onOpenChange={(open) => !open && onClose()}>
      <ActionForm action={hidePostAction} hidden={{ post }} onDone={done}>
        <FormArea name="reason" label={t('hide.reason')} rows={2} maxLength={500} required />
        <SubmitButton variant="danger">{t('hide.send')}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
