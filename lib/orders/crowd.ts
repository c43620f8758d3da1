import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Order',
    values: {
      id: rowId('order'),
      number: "'CROWD' || i",
      memberId: firstId('member'),
      claimId: rowId('claim'),
      dropId: rowId('drop'),
      state: "'DELIVERED'",
      market: '1',
      marketVersion: '1',
      terms: `jsonb_build_object('tax', jsonb_build_object('name', '', 'ppm', 0, 'included', false), 'shipping', jsonb_build_object('zone', jsonb_build_object('en', '', 'zh', ''), 'days', NULL))`,
      currency: "'USD'",
      subtotalMinor: '12900',
      shippingMinor: '0',
      taxMinor: '0',
      totalMinor: '12900',
      shipName: "'A'",
      shipLine1: "'B'",
      shipCity: "'C'",
      shipPostcode: "'D'",
      shipCountry: "'NL'",
      createdAt: minutesAgo,
      paidAt: minutesAgo,
    },
  },
  {
    table: 'OrderLine',
    values: {
      id: rowId('line'),
      orderId: rowId('order'),
      variantId: firstId('variant'),
      title: "'Earphones'",
      quantity: '1',
      priceMinor: '12900',
      netMinor: '12900',
      taxMinor: '0',
    },
  },
  {
    table: 'Shipment',
    values: {
      id: rowId('shipment'),
      orderId: rowId('order'),
      carrier: "'Post'",
      tracking: "''",
      shippedAt: minutesAgo,
      deliveredAt: minutesAgo,
    },
  },
  { table: 'ShipmentLine', values: { shipmentId: rowId('shipment'), lineId: rowId('line'), units: '1' } },
  {
    table: 'OrderStep',
    values: { id: rowId('orderStep'), orderId: firstId('order'), kind: "'PLACED'", at: minutesAgo },
  },
  {
    table: 'Payment',
    values: {
      id: rowId('payment'),
      orderId: firstId('order'),
      provider: "'demo'",
      amountMinor: '12900',
      currency: "'USD'",
      state: "'FAILED'",
      createdAt: minutesAgo,
    },
  },
];
