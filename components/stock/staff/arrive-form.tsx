'use client';

import { useTranslations } from 'use-intl';

import { receiveTransferAction } from '@/app/actions/stock';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';

/** Says what of a transfer arrived, and what is missing. */
export function ArriveForm({ transferId, left }: { transferId: string; left: number }) {
  const t = useTranslations('stock');
  const count = { inputMode: 'numeric', autoComplete: 'off', required: true } as const;
  return (
    <ActionForm
      action={receiveTransferAction}
      hidden={{ transferId, shown: String(left) }}
      onDone={() => void toast.success(t('transfers.done'))}
      className="grid gap-4 sm:grid-cols-[8rem_8rem_auto] sm:items-end"
    >
      <FormText name="arrived" label={t('transfers.arrived')} initial={String(left)} {...count} />
      <FormText name="missing" label={t('transfers.missing')} initial="0" {...count} />
      <FormSubmit variant="secondary" className="justify-self-start">
        {t('transfers.button')}
      </FormSubmit>
    </ActionForm>
  );
}
