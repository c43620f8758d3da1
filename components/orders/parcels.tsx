import { PackageCheck, PackageOpen, TriangleAlert, Truck, Undo2 } from 'lucide-react';

import { Card, SectionHead } from '@/components/ui/card';
import { DateTime } from '@/components/ui/date-time';
import { Fact } from '@/components/ui/fact';
import { Timeline } from '@/components/ui/timeline';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { pieces } from '@/lib/orders/choices/item-words';
import { unsentOf, type Pieces } from '@/lib/orders/choices/parcels';
import { lineTitle } from '@/lib/orders/schema';
import type { OwnOrder } from '@/lib/orders/queries';

type Props = { order: OwnOrder; locale: Locale };

/** The parcels of an order with how each is followed, what lies in each where there are several, and what is still to come. */
export function Parcels({ order, locale }: Props) {
  const t = translator(locale, 'orders');
  const parcels = order.shipments.toReversed();
  const unsent = order.state === 'PAID' ? unsentOf(order) : [];
  const several = parcels.length > 1 || unsent.length > 0;
  if (parcels.length === 0) return null;
  return (
    <>
      {parcels.map((parcel, at) => (
        <Card as="section" key={parcel.id} className="grid gap-4">
          <SectionHead
            title={several ? t('parcel.numbered', { place: at + 1 }) : t('parcel.title')}
            level={3}
            action={<Arrival parcel={parcel} locale={locale} />}
          />
          {several && <Contents lines={parcel.lines} order={order} locale={locale} />}
          <dl className="grid grid-cols-2 gap-4">
            <Fact className="font-semibold" label={t('order.carrier')}>
              {parcel.carrier}
            </Fact>
            {parcel.tracking && (
              <Fact className="font-semibold" label={t('order.tracking')}>
                <span className="font-mono text-[0.9375rem] break-all">{parcel.tracking}</span>
              </Fact>
            )}
          </dl>
          <ParcelEvents events={parcel.events} locale={locale} />
        </Card>
      ))}
      {unsent.length > 0 && (
        <Card as="section" className="grid gap-3">
          <SectionHead title={t('parcel.toCome')} level={3} />
          <Contents lines={unsent} order={order} locale={locale} />
          <p className="text-sm text-muted">{t('parcel.toComeBody')}</p>
        </Card>
      )}
    </>
  );
}

/** What the carrier said of a parcel, the latest first. */
export function ParcelEvents({ events, locale }: { events: OwnOrder['shipments'][number]['events']; locale: Locale }) {
  const t = translator(locale, 'orders');
  if (events.length === 0) return null;
  const items = events.toReversed().map(({ id, kind, place, at }) => {
    const [Icon, tone] = looks[kind];
    return {
      key: id,
      title: t(`parcel.events.${kind}`),
      time: <DateTime at={at} locale={locale} format="moment" />,
      icon: <Icon aria-hidden />,
      ...{ tone, body: place || undefined },
    };
  });
  return <Timeline items={items} label={t('parcel.told')} />;
}

const looks = {
  ACCEPTED: [PackageOpen, 'neutral'],
  IN_TRANSIT: [Truck, 'info'],
  OUT_FOR_DELIVERY: [Truck, 'info'],
  DELIVERED: [PackageCheck, 'positive'],
  EXCEPTION: [TriangleAlert, 'warning'],
  RETURNED: [Undo2, 'warning'],
} as const satisfies Record<string, readonly [typeof Truck, Tone]>;

function Arrival({ parcel, locale }: { parcel: OwnOrder['shipments'][number]; locale: Locale }) {
  const time = () => <DateTime at={parcel.deliveredAt ?? parcel.shippedAt} locale={locale} />;
  return (
    <span className="text-sm text-muted">
      {translator(locale, 'orders').rich(parcel.deliveredAt ? 'parcel.delivered' : 'parcel.shipped', { time })}
    </span>
  );
}

function Contents({ lines, order, locale }: Props & { lines: readonly Pieces[] }) {
  return (
    <ul className="grid gap-1">
      {lines.map(({ lineId, units }) => {
        const line = order.lines.find(({ id }) => id === lineId);
        return line && <li key={lineId}>{pieces(units, lineTitle(locale, line))}</li>;
      })}
    </ul>
  );
}
