'use client';

import { useTranslations } from 'use-intl';

import { saveReasonAction } from '@/app/actions/moderation';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { ReportReason } from '@/lib/moderation/choices';

/** The words of a reason in both languages; without one, of a new one. */
export function ReasonForm({ reason, shown }: { reason?: ReportReason; shown: number }) {
  const t = useTranslations('moderation.reasons');
  return (
    <ActionForm
      action={saveReasonAction}
      hidden={{ shown: `${shown}`, ...(reason && { id: reason.id }) }}
      onDone={() => toast.success(t(reason ? 'saved' : 'added'))}
      className="grid max-w-3xl gap-5"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-2">
        <FormText name="label" label={t('label')} initial={reason?.label} maxLength={60} required />
        <FormText name="labelZh" label={t('labelZh')} initial={reason?.labelZh} maxLength={60} required lang="zh-CN" />
        <FormText name="hint" label={t('hint')} hint={t('hintHint')} initial={reason?.hint} maxLength={160} />
        <FormText
          name="hintZh"
          label={t('hintZh')}
          hint={t('hintHint')}
          initial={reason?.hintZh}
          maxLength={160}
          lang="zh-CN"
        />
      </div>
      <FormSubmit variant={reason ? 'secondary' : 'primary'} className="justify-self-start">
        {t(reason ? 'save' : 'addSend')}
      </FormSubmit>
    </ActionForm>
  );
}
