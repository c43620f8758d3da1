'use client';

import { CreditCard } from 'lucide-react';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { resumePaymentAction } from '@/app/actions/orders';
import type { AskedOrder } from '@/lib/orders/asked-order';

/** Leads to the payment page of an unpaid order. */
export function PayAgain({ order, locale, label }: { order: AskedOrder; locale: string; label: string }) {
  return (
    <ActionForm action={resumePaymentAction} hidden={{ ...order, locale }} className="gap-3">
      <FormSubmit icon={<CreditCard aria-hidden />}>{label}</FormSubmit>
    </ActionForm>
  );
}
