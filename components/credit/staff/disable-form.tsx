'use client';

import { useTranslations } from 'use-intl';

import { disableCardAction } from '@/app/actions/credit';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSubmit } from '@/components/forms/form-fields';
import { Fold } from '@/components/ui/fold';

/** Keeps a gift card from being spent, or lets it be again, for a reason. */
export function DisableForm({ accountId, isDisabled }: { accountId: string; isDisabled: boolean }) {
  const t = useTranslations('credit.staff.disable');
  const act = isDisabled ? 'enable' : 'disable';
  return (
    <Fold title={t(act)}>
      <ActionForm action={disableCardAction} hidden={{ accountId, act }} className="mt-3">
        <p className="text-sm text-muted">{t(`${act}Body`)}</p>
        <FormArea name="reason" label={t('reason')} rows={2} maxLength={500} required />
        <FormSubmit variant={isDisabled ? 'secondary' : 'danger'} className="justify-self-start">
          {t(act)}
        </FormSubmit>
      </ActionForm>
    </Fold>
  );
}
