'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { withdrawOrderAction } from '@/app/actions/orders';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';

/** Lets a buyer take an unpaid order of the shop back, with one question in between. */
export function WithdrawOrder({ number, locale }: { number: string; locale: string }) {
  const t = useTranslations('orders.withdraw');
  return (
    <details>
      <summary className="touch flex w-fit cursor-pointer items-center gap-2 text-[0.9375rem] text-muted hover:text-ink">
        <Undo2 aria-hidden className="size-4" />
        {t('ask')}
      </summary>
      <ActionForm action={withdrawOrderAction} hidden={{ number, locale }} className="gap-3 pt-2">
        <p className="text-[0.9375rem] text-muted">{t('body')}</p>
        <div>
          <FormSubmit variant="danger">{t('yes')}</FormSubmit>
        </div>
      </ActionForm>
    </details>
  );
}
