'use client';

import { useTranslations } from 'use-intl';

import { cancelReturnAction, sendReturnAction } from '@/app/actions/returns';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { ChevronDown } from '@/components/ui/icons';
import type { AskedOrder } from '@/lib/orders/asked-order';

type Props = { returnId: string; asked: AskedOrder; locale: string; can: { cancel: boolean; send: boolean } };

/** What the buyer of an order does with a return: says that it is on its way, or takes the request back. */
export function BuyerActs({ returnId, asked, locale, can }: Props) {
  const t = useTranslations('returns');
  const hidden = { ...asked, returnId, locale };
  return (
    <>
      {can.send && (
        <details className="group border-t border-line pt-3">
          <summary className="touch flex cursor-pointer items-center gap-1.5 font-medium text-accent-ink">
            <ChevronDown aria-hidden className="size-4.5 transition-transform group-open:rotate-180" />
            {t('sent.ask')}
          </summary>
          <ActionForm action={sendReturnAction} hidden={hidden} className="mt-3 gap-4">
            <FormText name="carrier" label={t('sent.carrier')} maxLength={40} required />
            <FormText name="tracking" label={t('sent.tracking')} maxLength={60} />
            <FormSubmit variant="secondary" className="justify-self-start">
              {t('sent.do')}
            </FormSubmit>
          </ActionForm>
        </details>
      )}
      {can.cancel && (
        <details className="group border-t border-line pt-3">
          <summary className="touch flex cursor-pointer items-center gap-1.5 font-medium text-accent-ink">
            <ChevronDown aria-hidden className="size-4.5 transition-transform group-open:rotate-180" />
            {t('cancel.ask')}
          </summary>
          <ActionForm action={cancelReturnAction} hidden={hidden} className="mt-3 gap-3">
            <p className="text-sm text-muted">{t('cancel.body')}</p>
            <FormSubmit variant="secondary" className="justify-self-start">
              {t('cancel.do')}
            </FormSubmit>
          </ActionForm>
        </details>
      )}
    </>
  );
}
