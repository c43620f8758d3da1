'use client';

import { useTranslations } from 'use-intl';

import { adjustCreditAction } from '@/app/actions/credit';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Fold } from '@/components/ui/fold';

type Props = {
  accountId: string;
  currency: string;
  /** The form's own id: sent twice, it is done once. */ once: string;
};

/** Puts a sum into a balance or takes it out, for a reason. */
export function AdjustForm({ accountId, currency, once }: Props) {
  const t = useTranslations('credit.staff.adjust');
  return (
    <Fold title={t('title')}>
      <ActionForm action={adjustCreditAction} hidden={{ accountId, once }} success={t('done')} clear className="mt-3">
        <FormSelect
          name="way"
          label={t('way')}
          options={[
            { value: 'in', label: t('in') },
            { value: 'out', label: t('out') },
          ]}
        />
        <FormText
          name="amount"
          label={t('amount', { currency })}
          inputMode="decimal"
          maxLength={20}
          autoComplete="off"
          required
        />
        <FormArea name="reason" label={t('reason')} rows={2} maxLength={500} required />
        <FormSubmit className="justify-self-start">{t('do')}</FormSubmit>
      </ActionForm>
    </Fold>
  );
}
