'use client';

import { useTranslations } from 'use-intl';

import { cancelReturnAction, sendReturnAction } from '@/app/actions/returns';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { TakeBackFold } from '@/components/forms/take-back-fold';
import { Fold } from '@/components/ui/fold';
import type { AskedOrder } from '@/lib/orders/asked-order';

type Props = {
  returnId: string;
  asked: AskedOrder;
  locale: string;
  /** Nothing comes back: something was missing. */
  missing: boolean;
  can: { cancel: boolean; send: boolean };
};

/** What the buyer of an order does with a return: says that it is on its way, or takes the request back. */
export function BuyerActs({ returnId, asked, locale, missing, can }: Props) {
  const t = useTranslations('returns');
  const hidden = { ...asked, returnId, locale };
  return (
    <>
      {can.send && (
        <Fold title={t('sent.ask')}>
          <ActionForm action={sendReturnAction} hidden={hidden} className="mt-3 gap-4">
            <FormText name="carrier" label={t('sent.carrier')} maxLength={40} required />
            <FormText name="tracking" label={t('sent.tracking')} maxLength={60} />
            <FormSubmit variant="secondary" className="justify-self-start">
              {t('sent.do')}
            </FormSubmit>
          </ActionForm>
        </Fold>
      )}
      {can.cancel && (
        <TakeBackFold
          action={cancelReturnAction}
          hidden={hidden}
          words={{
            ask: t(missing ? 'cancel.askMissing' : 'cancel.ask'),
            lead: t('cancel.body'),
            yes: t(missing ? 'cancel.askMissing' : 'cancel.do'),
          }}
        />
      )}
    </>
  );
}
