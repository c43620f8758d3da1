'use client';

import { Check, Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { ActionForm } from '@/components/forms/action-form';
import { AskFirst } from '@/components/forms/ask-first';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Notice } from '@/components/ui/notice';
import { closeAlertAction, returnPaymentAction } from '@/app/actions/orders';

export type StaffAlert = {
  id: string;
  text: string;
  sendBack: { paymentId: string; label: string; amount: string } | null;
};

/** What staff must look at on an order: money that can be sent back from here, and a word for what was dealt with elsewhere. */
export function StaffOrderAlerts({ number, alerts }: { number: string; alerts: StaffAlert[] }) {
  const t = useTranslations('orders.staff');
  if (alerts.length === 0) return null;
  return (
    <Notice tone="danger" title={t('attention')}>
      <div className="grid gap-4">
        {alerts.map(({ id, text, sendBack }) => (
          <div key={id} className="grid gap-3">
            <p>{text}</p>
            {sendBack && (
              <AskFirst open={`${sendBack.label}…`} lead={t('sendBackLead', { amount: sendBack.amount })}>
                <ActionForm
                  action={returnPaymentAction}
                  hidden={{ number, paymentId: sendBack.paymentId }}
                  className="gap-3"
                  success={t('sentBack')}
                >
                  <FormText name="reason" label={t('refundReason')} maxLength={500} required />
                  <FormSubmit variant="danger" icon={<Undo2 aria-hidden />} className="w-fit">
                    {sendBack.label}
                  </FormSubmit>
                </ActionForm>
              </AskFirst>
            )}
          </div>
        ))}
        <ActionForm
          action={closeAlertAction}
          hidden={{ number }}
          className="gap-3 border-t border-line pt-4"
          success={t('alertClosed')}
        >
          <FormText name="reason" label={t('alertDoneHint')} maxLength={500} required />
          <FormSubmit variant="secondary" icon={<Check aria-hidden />} className="w-fit">
            {t('alertDone')}
          </FormSubmit>
        </ActionForm>
      </div>
    </Notice>
  );
}
