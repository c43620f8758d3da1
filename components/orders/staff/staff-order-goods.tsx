import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { pieces } from '@/lib/orders/choices/item-words';
import { lineTitle } from '@/lib/orders/schema';
import type { StaffOrder } from '@/lib/orders/staff-queries';

import { OrderBill } from '../order-bill';

/** What an order is of and what it comes to, with its payments, parcels and serials. */
export function StaffOrderGoods({ order, locale, home }: { order: StaffOrder; locale: Locale; home: string }) {
  return (
    <Card as="section" className="grid gap-5">
      {order.lines.map((line) => (
        <div key={line.id} className="flex justify-between gap-4">
          <h2 className="min-w-0 font-semibold break-words">{pieces(line.quantity, lineTitle(locale, line))}</h2>
          <Money amount={line.priceMinor * line.quantity} currency={order.currency} locale={locale} home={home} />
        </div>
      ))}
      <OrderBill order={order} locale={locale} home={home} />
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
