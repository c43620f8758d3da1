import { z } from 'zod';

import { declareNotices, localized, mailNotice, notice, type DataOf } from '@/lib/core/notices';
import { paths } from '@/lib/paths';

const order = z.object({ number: z.string(), item: localized, total: localized });
const orderPath = ({ number }: { number: string }) => paths.order(number);

const ofOrder = () => notice({ channels: ['app', 'mail'], data: order, path: orderPath, icon: 'order' });

/** Notices about orders, to members and staff. */
export const orderNotices = declareNotices({
  'order.paid': notice({
    channels: ['app', 'mail'],
    data: order,
    mailData: z.object({ date: localized, bill: localized, address: localized, seller: localized }),
    required: ['number', 'date', 'bill', 'address', 'seller'],
    path: orderPath,
    icon: 'order',
  }),
  'order.cancelled': ofOrder(),
  'order.lateHonoured': ofOrder(),
  'order.lateRefunded': ofOrder(),
  'order.addressLimited': ofOrder(),
  'order.paymentLimited': ofOrder(),
  'order.paidTwice': ofOrder(),
  'order.refunded': ofOrder(),
  'order.refundedPartly': ofOrder(),
  /** What went into store credit or onto a gift card, all of it or a part. */
  'order.credited': ofOrder(),
  'order.shipped': notice({
    channels: ['app', 'mail'],
    data: order.extend({ carrier: z.string(), tracking: z.string() }),
    path: orderPath,
    icon: 'order',
  }),
  'order.trackingChanged': notice({
    channels: ['app', 'mail'],
    data: order.extend({ carrier: z.string(), tracking: z.string() }),
    path: orderPath,
    icon: 'order',
  }),
  'order.shippedUntracked': notice({
    channels: ['app', 'mail'],
    data: order.extend({ carrier: z.string() }),
    path: orderPath,
    icon: 'order',
  }),
  /** The link of an order, to whoever asks for it with the address that was given with it. */
  'order.link': mailNotice({
    data: z.object({ number: z.string(), key: z.string() }),
    path: ({ number, key }) => paths.askedOrder(key === '' ? { number } : { key }),
    secret: true,
  }),
  'order.alerted': notice({
    channels: ['app'],
    data: z.object({ number: z.string(), kind: z.enum(['PAYMENT_MISMATCH', 'REFUND_REFUSED', 'DISPUTE']) }),
    path: ({ number }) => paths.staff('orders', number),
    icon: 'order',
  }),
});

declare module '@/lib/core/notices' {
  interface Notices extends DataOf<typeof orderNotices> {}
}
