'use client';

import { useTranslations } from 'use-intl';

import type { Locale } from '@/lib/core/locale';
import type { Bill } from '@/lib/orders/schema';

import { BillLines } from './bill';
import { UseCredit, type CheckoutCredit } from './use-credit';

type Props = {
  bill: Bill | null;
  /** How much of it credit pays, as it is ticked. */
  creditMinor: number;
  checkout: { currency: string; credit?: CheckoutCredit };
  locale: Locale;
  home: string;
  onUse: (uses: boolean) => void;
};

/** What a checkout comes to, what credit pays of it, and whether it is to. */
export function CheckoutBill({ bill, creditMinor, checkout: { currency, credit }, locale, home, onUse }: Props) {
  return (
    <>
      <BillLines {...{ bill, currency, locale, home, creditMinor }} words={useBillWords(credit)} />
      {credit && <UseCredit credit={credit} onUse={onUse} />}
    </>
  );
}

function useBillWords(credit?: CheckoutCredit) {
  const t = useTranslations('orders.bill');
  return {
    goods: t('goods'),
    shipping: t('shipping'),
    tax: t('tax'),
    taxIncluded: t('taxIncluded'),
    total: t('total'),
    credit: t(credit?.card ? (credit.own ? 'both' : 'card') : 'credit'),
    due: t('due'),
  };
}
