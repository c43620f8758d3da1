'use client';

import { useTranslations } from 'use-intl';

import { withdrawOrderAction } from '@/app/actions/orders';
import { TakeBackFold } from '@/components/forms/take-back-fold';

/** Lets a buyer take an unpaid order of the shop back. */
export function WithdrawOrder({ number, locale }: { number: string; locale: string }) {
  const t = useTranslations('orders.withdraw');
  const words = { ask: t('ask'), lead: t('body'), yes: t('yes') };
  return <TakeBackFold action={withdrawOrderAction} hidden={{ number, locale }} words={words} />;
}
