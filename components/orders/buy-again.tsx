'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { buyAgainAction } from '@/app/actions/cart';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { AskedOrder } from '@/lib/orders/asked-order';

/** Puts what an order bought into the cart again. */
export function BuyAgain({ order, locale }: { order: AskedOrder; locale: string }) {
  const t = useTranslations('orders');
  return (
    <ActionForm action={buyAgainAction} hidden={{ ...order, locale }} className="gap-2">
      <FormSubmit variant="secondary" block icon={<RotateCcw aria-hidden />}>
        {t('buyAgain')}
      </FormSubmit>
    </ActionForm>
  );
}
