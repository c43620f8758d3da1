import { declareActs } from '@/lib/core/acts';

/** What stands beside the acts of this domain in the audit log. */
export const orderActs = declareActs({
  'order.ship': ['parcel', { carrier: 'text', tracking: 'text' }],
  'order.correctTracking': ['parcelWas', { carrier: 'text', tracking: 'text', before: 'text' }],
  'order.label': ['parcel', { carrier: 'text', tracking: 'text' }],
  'order.cancelLabel': ['parcel', { carrier: 'text', tracking: 'text' }],
  'order.printSlips': ['ordersFound', { orders: 'count' }],
  'order.printLabels': ['labelsPrinted', { labels: 'count' }],
  'order.search': ['ordersFound', { orders: 'count' }],
  'order.findByEmail': ['ordersFound', { orders: 'count' }],
  'order.export': ['exported', { filters: 'text' }],
  'payment.mismatch': ['asked', { amountMinor: 'money' }],
  'payment.dispute': ['disputed', { number: 'text', state: 'text' }],
  'refund.failed': ['refundOf', { amountMinor: 'money', number: 'text' }],
  'refund.elsewhere': ['refundOf', { amountMinor: 'money', number: 'text' }],
});
