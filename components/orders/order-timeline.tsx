import {
  CircleAlert,
  CircleCheck,
  CreditCard,
  MapPin,
  PackageCheck,
  ReceiptText,
  Truck,
  Undo2,
  XCircle,
} from 'lucide-react';

import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import type { Tone } from '@/components/ui/tone';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

const looks = {
  PLACED: [ReceiptText, 'neutral'],
  PAYMENT_STARTED: [CreditCard, 'neutral'],
  PAYMENT_FAILED: [CircleAlert, 'warning'],
  PAID: [CircleCheck, 'positive'],
  SHIPPED_PARTLY: [Truck, 'info'],
  SHIPPED: [Truck, 'info'],
  DELIVERED_PARTLY: [PackageCheck, 'info'],
  DELIVERED: [PackageCheck, 'positive'],
  CANCELLED: [XCircle, 'neutral'],
  REFUND_STARTED: [Undo2, 'warning'],
  REFUNDED_PARTLY: [Undo2, 'positive'],
  REFUNDED: [Undo2, 'positive'],
  LATE_PAYMENT: [CircleAlert, 'warning'],
  PAID_TWICE: [CircleAlert, 'warning'],
  ADDRESS_CHANGED: [MapPin, 'neutral'],
  PAYMENT_REVIEW: [CircleAlert, 'warning'],
} as const satisfies Record<string, readonly [typeof Truck, Tone]>;

// Steps of one moment are told in the order in which they make sense.
const rank = [
  'PLACED',
  'PAYMENT_STARTED',
  'ADDRESS_CHANGED',
  'PAYMENT_FAILED',
  'PAYMENT_REVIEW',
  'LATE_PAYMENT',
  'CANCELLED',
  'PAID',
  'SHIPPED_PARTLY',
  'SHIPPED',
  'DELIVERED_PARTLY',
  'DELIVERED',
  'PAID_TWICE',
  'REFUND_STARTED',
  'REFUNDED_PARTLY',
  'REFUNDED',
];

/** What may still be to come: the parcel, the parcel with the rest, the delivery. */
export type Ahead = 'SHIPPED' | 'REST' | 'DELIVERED';
const icons: Record<Ahead, typeof Truck> = { SHIPPED: Truck, REST: Truck, DELIVERED: PackageCheck };

export type Step = { id: string; kind: keyof typeof looks; note: string; at: Date; by?: { name: string } | null };

/** An order's story from its placing to its end. */
export function OrderTimeline({
  steps,
  locale,
  staff = false,
  ahead = [],
}: {
  steps: Step[];
  locale: Locale;
  staff?: boolean;
  /** What is still to come. */ ahead?: Ahead[];
}) {
  const t = translator(locale, 'orders');
  // That a page was opened is of use to staff alone.
  const shown = steps
    .filter(({ kind }) => staff || kind !== 'PAYMENT_STARTED')
    .sort((a, b) => a.at.getTime() - b.at.getTime() || rank.indexOf(a.kind) - rank.indexOf(b.kind));
  const items = shown.map(({ id, kind, note, at, by }, place) => {
    const [Icon, tone] = looks[kind];
    // One reason for two steps in a row is said once.
    const said = note === shown[place - 1]?.note ? '' : noteOf(t, kind, note, staff);
    const body = [said, staff && by?.name].filter(Boolean).join(' · ');
    return {
      key: id,
      title: t(`steps.${kind}`),
      time: <DateTime at={at} locale={locale} format="moment" />,
      icon: <Icon aria-hidden />,
      tone,
      body: body || undefined,
    };
  });
  const next = ahead.map((kind) => {
    const Icon = icons[kind];
    return {
      key: kind,
      title: <span className="font-normal text-muted">{t(`order.next.${kind}`)}</span>,
      icon: <Icon aria-hidden />,
      tone: 'neutral' as const,
    };
  });
  return <Timeline items={[...items, ...next]} label={t('order.timeline')} />;
}

const known = [
  'hold-ended',
  'drop-cancelled',
  'late-payment',
  'paid-twice',
  'surplus-refunded',
  'made-at-gateway',
  'limit-address',
  'limit-payment',
  'given-back',
  'price-protection',
] as const;

// A reason that staff wrote is for staff only; the buyer reads the reasons that the program gives.
function noteOf(t: ReturnType<typeof translator<'orders'>>, kind: string, note: string, staff: boolean): string {
  const own = known.find((each) => each === note);
  if (own) return t(`notes.${own}`);
  return staff && kind === 'REFUND_STARTED' ? note : '';
}
