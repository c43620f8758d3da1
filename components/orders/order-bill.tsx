import { translator } from '@/lib/core/i18n';
import { readTerms } from '@/lib/core/market';
import type { Locale } from '@/lib/core/locale';
import { billOf, type BillDiscount, type Totals } from '@/lib/orders/schema';

import { BillLines } from './bill';

type Billed = Totals & {
  currency: string;
  /** How much of the total was to be paid with credit. */
  creditMinor: number;
  terms: unknown;
  lines: readonly { priceMinor: number; quantity: number }[];
  discounts: readonly BillDiscount[];
};

/** What an order comes to, as its buyer and staff read it. */
export function OrderBill({ order, locale, home }: { order: Billed; locale: Locale; home: string }) {
  const t = translator(locale, 'orders');
  const goods = order.lines.reduce((sum, { priceMinor, quantity }) => sum + priceMinor * quantity, 0);
  const words = {
    goods: t('bill.goods'),
    shipping: t('bill.shipping'),
    tax: t('bill.tax'),
    taxIncluded: t('bill.taxIncluded'),
    total: t('bill.total'),
    credit: t('bill.credit'),
    due: t('bill.due'),
  };
  return (
    <BillLines
      bill={billOf(order, goods, readTerms(order.terms).tax, order.discounts)}
      currency={order.currency}
      locale={locale}
      home={home}
      words={words}
      creditMinor={order.creditMinor}
    />
  );
}
