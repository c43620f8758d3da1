'use client';

import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { FormArea } from '@/components/forms/form-fields';
import { ChoiceGroup, Radio } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toaster';
import { reportPostAction } from '@/app/actions/moderation';

import { useReasons } from './reasons-context';

export function ReportDialog({ post, onClose }: { post: string; onClose: () => void }) {
  const t = useTranslations('moderation');
  const reasons = useReasons();
  const done = () => {
    toast.success(t('report.sent'));
    onClose();
  };
  return (
    <Dialog open title={t('report.title')} description={t('report.lead')} onOpenChange={(open) => !open && onClose()}>
      <ActionForm action={reportPostAction} hidden={{ post }} onDone={done}>
        <ChoiceGroup legend={t('report.reason')} className="gap-0!">
          {reasons.map(({ id, label, hint }, at) => (
            <Radio key={id} name="reason" value={id} label={label} hint={hint || undefined} defaultChecked={at === 0} />
          ))}
        </ChoiceGroup>
        <FormArea name="note" label={t('report.note')} rows={2} maxLength={1000} />
        <SubmitButton>{t('report.send')}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
