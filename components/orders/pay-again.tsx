'use client';

import { CreditCard } from 'lucide-react';

import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { resumePaymentAction } from '@/app/actions/orders';

/** Leads to the payment page of an unpaid order; `order` says which by the names of its form. */
export function PayAgain({ order, locale, label }: { order: Record<string, string>; locale: string; label: string }) {
  return (
    <ActionForm action={resumePaymentAction} hidden={{ ...order, locale }} className="gap-3">
      <FormSubmit icon={<CreditCard aria-hidden />}>{label}</FormSubmit>
    </ActionForm>
  );
}
