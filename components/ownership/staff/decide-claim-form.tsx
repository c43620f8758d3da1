'use client';

import { useTranslations } from 'use-intl';

import { decideClaimAction } from '@/app/actions/ownership';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

/** Decides a request for a device with a reason; one that was accepted can only be refused still. */
export function DecideClaimForm({ claimId, accepted }: { claimId: string; accepted: boolean }) {
  const t = useTranslations('ownership.claims');
  return (
    <ActionForm action={decideClaimAction} hidden={{ claimId }} onDone={() => void toast.success(t('done'))}>
      <FormArea name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} maxLength={500} required />
      <p className="flex flex-wrap gap-3">
        {!accepted && (
          <FormSubmit name="verdict" value="ACCEPT">
            {t('accept')}
          </FormSubmit>
        )}
        <FormSubmit name="verdict" value="REFUSE" variant="danger">
          {t('refuse')}
        </FormSubmit>
      </p>
    </ActionForm>
  );
}
