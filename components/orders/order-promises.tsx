import { dayRange } from '@/components/markets/day-range';
import { PromiseLines } from '@/components/markets/promise-lines';
import { Card } from '@/components/ui/card';
import { arrival, arrivalOfSent, type DeliveryCalendar } from '@/lib/calendar/choices/delivery';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { deliveryTime, promisesOf, readTerms } from '@/lib/core/market';
import { day } from '@/lib/core/time';
import type { LinkedPages } from '@/lib/pages/queries';
import type { OwnOrder } from '@/lib/orders/queries';

type Promised = Pick<OwnOrder, 'state' | 'paidAt' | 'shipments' | 'terms' | 'soldIn'>;
type Props = { order: Promised; calendar: DeliveryCalendar; law: LinkedPages['law']; locale: Locale; now: Date };

/** What was promised with an order: when it should come, while that lies ahead, how long it may go back, and the warranty. */
export function OrderPromises({ order, calendar, law, locale, now }: Props) {
  if (order.state === 'PENDING' || order.state === 'CANCELLED' || order.state === 'REFUNDED') return null;
  const days = expectedOf(order, calendar, now);
  const promises = { ...promisesOf(order.soldIn.data), ...(order.state !== 'PAID' && { packing: null }) };
  if (!days && !Object.values(promises).some((promised) => promised !== null)) return null;
  return (
    <Card as="section" className="grid gap-3">
      {days && (
        <p className="font-semibold">{translator(locale, 'promises')('expected', { when: dayRange(days, locale) })}</p>
      )}
      <PromiseLines promises={promises} law={law} locale={locale} />
    </Card>
  );
}

/** Between which days an order should come, from its parcel or else its payment on; null once they have passed, or where nothing is known. */
export function expectedOf(order: Promised, calendar: DeliveryCalendar, now: Date): [Date, Date] | null {
  const days = order.state === 'SHIPPED' ? fromParcel(order, calendar) : fromPayment(order, calendar);
  return days && days[1].getTime() + day > now.getTime() ? days : null;
}

function fromParcel({ shipments, terms }: Promised, calendar: DeliveryCalendar) {
  const [shippedAt, { days }] = [shipments[0]?.shippedAt, readTerms(terms).shipping];
  return shippedAt && days ? arrivalOfSent(shippedAt, days, calendar) : null;
}

function fromPayment({ state, paidAt, terms, soldIn }: Promised, calendar: DeliveryCalendar) {
  const takes = deliveryTime(promisesOf(soldIn.data), readTerms(terms).shipping.days);
  return state === 'PAID' && paidAt && takes ? arrival(paidAt, takes, calendar) : null;
}
