import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { translator } from '@/lib/core/i18n';
import { readTerms } from '@/lib/core/market';
import type { Locale } from '@/lib/core/locale';
import { pieces } from '@/lib/orders/choices/item-words';
import { billOf, lineTitle } from '@/lib/orders/schema';
import type { StaffOrder } from '@/lib/orders/staff-queries';

import { BillLines } from '../bill';

/** What an order is of and what it comes to, with its payments, parcels and serials. */
export function StaffOrderGoods({ order, locale, home }: { order: StaffOrder; locale: Locale; home: string }) {
  const t = translator(locale, 'orders');
  const goods = order.lines.reduce((sum, { priceMinor, quantity }) => sum + priceMinor * quantity, 0);
  const words = {
    goods: t('bill.goods'),
    shipping: t('bill.shipping'),
    tax: t('bill.tax'),
    taxIncluded: t('bill.taxIncluded'),
    total: t('bill.total'),
  };
  return (
    <Card as="section" className="grid gap-5">
      {order.lines.map((line) => (
        <div key={line.id} className="flex justify-between gap-4">
          <h2 className="min-w-0 font-semibold break-words">{pieces(line.quantity, lineTitle(locale, line))}</h2>
          <Money amount={line.priceMinor * line.quantity} currency={order.currency} locale={locale} home={home} />
        </div>
      ))}
      <BillLines
        bill={billOf(order, goods, readTerms(order.terms).tax, order.discounts)}
        currency={order.currency}
        locale={locale}
        home={home}
        words={words}
      />
      <Facts order={order} locale={locale} />
    </Card>
  );
}

function Facts({ order: { payments, shipments, ownerships }, locale }: { order: StaffOrder; locale: Locale }) {
  const t = translator(locale, 'orders');
  const facts = [
    ...payments.map(({ id, provider, sessionId, state }) => ({
      key: id,
      label: `${t('staff.provider')} ${provider} · ${t(`staff.payments.${state}`)}`,
      value: sessionId ?? '–',
    })),
    ...shipments.map(({ id, carrier, tracking }) => ({ key: id, label: carrier, value: tracking || '–' })),
    ...ownerships.map(({ unit: { serial } }) => ({ key: serial, label: t('order.serial'), value: serial })),
  ];
  return (
    <dl className="grid gap-2 border-t border-line pt-4 text-[0.9375rem]">
      {facts.map(({ key, label, value }) => (
        <div key={key} className="flex flex-wrap justify-between gap-x-4">
          <dt className="text-muted">{label}</dt>
          <dd className="font-mono break-all">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
