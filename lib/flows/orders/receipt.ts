import type { Brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import { momentUtc, translator } from '@/lib/core/i18n';
import { forEachLocale, localText, messageLocale, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { sellerOf } from '@/lib/core/market';
import { readTerms } from '@/lib/core/market';
import { lineBreak } from '@/lib/notifications/schema';
import { addressLines } from '@/lib/orders/address-lines';
import { dueOf } from '@/lib/orders/due';
import { lineTitle } from '@/lib/orders/line-title';
import type { OrderForNotice } from '@/lib/orders/order-for-notice';
import { billOf } from '@/lib/orders/totals';

/** What a confirmation says beside its sentence: when, what it comes to part by part, where it goes and who sold it. */
export function receiptOf(order: OrderForNotice, brand: Brand) {
  const address = forEachLocale((locale) =>
    [...addressLines(order).map(({ text }) => text), countryIn(locale, order.shipCountry)].join(lineBreak),
  );
  return {
    date: momentUtc(order.paidAt ?? order.createdAt),
    bill: forEachLocale((locale) => billIn(locale, order, brand.currency)),
    address,
    seller: forEachLocale((locale) => sellerIn(order, brand.name[locale])),
  };
}

// Who sold it as the order's market says, with the numbers that tax offices want on a receipt; the brand where it says nothing.
function sellerIn({ soldIn }: OrderForNotice, brand: string): string {
  const { name, address, taxNumbers } = sellerOf(soldIn.data);
  const numbers = taxNumbers.map((each) => `${each.name} ${each.number}`);
  return [name || brand, ...address.split('\n').filter(Boolean), ...numbers, env.PUBLIC_URL].join(', ');
}

function billIn(locale: Locale, order: OrderForNotice, home: string): string {
  const t = translator(locale, 'orders');
  const goods = order.lines.reduce((sum, { priceMinor, quantity }) => sum + priceMinor * quantity, 0);
  const { discounts, shippingMinor, taxMinor, totalMinor, taxIncluded } = billOf(
    ...([order, goods, readTerms(order.terms).tax, order.discounts] as const),
  );
  const money = (minor: number) => formatMoney(minor, order.currency, locale, home);
  const lines = order.lines.map(
    (line) => [`${line.quantity} × ${lineTitle(locale, line)}`, line.priceMinor * line.quantity] as const,
  );
  const tax = [t(taxIncluded ? 'bill.taxIncluded' : 'bill.tax'), taxMinor] as const;
  const all = [
    ...lines,
    ...discounts.map(({ title, titleZh, amountMinor }) => [localText(locale, title, titleZh), -amountMinor] as const),
    [t('bill.shipping'), shippingMinor] as const,
    ...(taxIncluded ? [] : [tax]),
    [t('bill.total'), totalMinor] as const,
    ...(taxIncluded ? [tax] : []),
    ...(order.creditMinor > 0
      ? [[t('bill.credit'), -order.creditMinor] as const, [t('bill.due'), dueOf(order)] as const]
      : []),
  ];
  return all.map(([label, minor]) => `${label}: ${money(minor)}`).join(lineBreak);
}

function countryIn(locale: Locale, code: string): string {
  return new Intl.DisplayNames([messageLocale(locale)], { type: 'region' }).of(code) ?? code;
}
