'use client';

import { useTranslations } from 'use-intl';

import { withdrawOrderAction } from '@/app/actions/orders';
import { TakeBackFold } from '@/components/forms/take-back-fold';

/** Lets a buyer take an unpaid order of the shop back; `order` says which by the names of its form. */
export function WithdrawOrder({ order, locale }: { order: Record<string, string>; locale: string }) {
  const t = useTranslations('orders.withdraw');
  const words = { ask: t('ask'), lead: t('body'), yes: t('yes') };
  return <TakeBackFold action={withdrawOrderAction} hidden={{ ...order, locale }} words={words} />;
}
