'use client';

import { useTranslations } from 'use-intl';

import { withdrawOrderAction } from '@/app/actions/orders';
import { TakeBackFold } from '@/components/forms/take-back-fold';
import type { AskedOrder } from '@/lib/orders/asked-order';

/** Lets a buyer take an unpaid order of the shop back. */
export function WithdrawOrder({ order, locale }: { order: AskedOrder; locale: string }) {
  const t = useTranslations('orders.withdraw');
  const words = { ask: t('ask'), lead: t('body'), yes: t('yes') };
  return <TakeBackFold action={withdrawOrderAction} hidden={{ ...order, locale }} words={words} />;
}
