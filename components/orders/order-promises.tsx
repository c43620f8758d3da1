import { dayRange } from '@/components/markets/day-range';
import { PromiseLines } from '@/components/markets/promise-lines';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { arrivalDays, promisesOf, readTerms, timeZoneOf } from '@/lib/core/market';
import { day } from '@/lib/core/time';
import { arrival } from '@/lib/core/working-days';
import type { LinkedPages } from '@/lib/pages/queries';
import type { OwnOrder } from '@/lib/orders/queries';

type Promised = Pick<OwnOrder, 'state' | 'paidAt' | 'shipments' | 'terms' | 'soldIn'>;
type Props = { order: Promised; law: LinkedPages['law']; locale: Locale; now: Date };

/** What was promised with an order: when it should come, while that lies ahead, how long it may go back, and the warranty. */
export function OrderPromises({ order, law, locale, now }: Props) {
  if (order.state === 'PENDING' || order.state === 'CANCELLED' || order.state === 'REFUNDED') return null;
  const days = expectedOf(order, now);
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
export function expectedOf({ state, paidAt, shipments, terms, soldIn }: Promised, now: Date): [Date, Date] | null {
  const zone = readTerms(terms).shipping.days;
  const shippedAt = shipments[0]?.shippedAt;
  const [from, days] =
    state === 'SHIPPED'
      ? [shippedAt, zone]
      : [state === 'PAID' ? paidAt : null, arrivalDays(promisesOf(soldIn.data), zone)];
  if (!from || !days) return null;
  const [first, last] = arrival(from, days, timeZoneOf(soldIn.data));
  return last.getTime() + day > now.getTime() ? [first, last] : null;
}
