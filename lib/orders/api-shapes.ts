import { z } from 'zod';

import { currency, minor, moment } from '@/lib/core/api-shapes';
import { rowCode } from '@/lib/core/pieces';

import { orderStates } from './schema';

const example = (text: string) => z.string().meta({ example: text });

/** Where an order stands. */
export const orderState = z
  .enum(orderStates)
  .meta({ description: 'PENDING waits for its payment, PAID for its parcel.', example: 'PAID' });

/** The number in the path of an order. */
export const orderPath = z.strictObject({
  number: rowCode.meta({ description: 'The order’s number.', example: '7K2M9QXD' }),
});

/** An order without personal data. */
export const orderSummary = z.object({
  number: example('7K2M9QXD'),
  state: orderState,
  createdAt: moment,
  paidAt: moment.nullable(),
  changedAt: moment,
  currency,
  totalMinor: minor,
  shipCountry: z.string().meta({ description: 'ISO 3166-1 alpha-2.', example: 'NL' }),
  drop: z
    .object({ slug: example('first-hundred'), title: example('The first hundred') })
    .nullable()
    .meta({ description: 'Null where it was bought outside of drops.' }),
});

/** A parcel. */
export const shipment = z.object({
  id: z.uuid(),
  carrier: example('DHL'),
  tracking: z.string().meta({ description: 'Empty where the parcel has no number.', example: 'JD0146 0000 7342' }),
  shippedAt: moment,
  deliveredAt: moment.nullable(),
  lines: z.array(z.object({ variantId: z.uuid(), quantity: z.int() })).meta({ description: 'What lies in it.' }),
});

/** An order with what belongs to it. */
export const order = orderSummary.omit({ changedAt: true }).extend({
  subtotalMinor: minor,
  shippingMinor: minor,
  taxMinor: minor,
  lines: z.array(
    z.object({
      title: z.string(),
      product: z.string().meta({ description: 'The product’s handle.' }),
      variantId: z.uuid(),
      sku: example('FX-AIR-OAT').nullable(),
      quantity: z.int(),
      priceMinor: minor.meta({ description: 'Of one piece, as it was listed.' }),
      discountMinor: minor.meta({ description: 'What was taken off the whole line.' }),
      netMinor: minor.meta({ description: 'The whole line without its tax.' }),
      taxMinor: minor.meta({ description: 'The tax of the whole line.' }),
    }),
  ),
  payments: z
    .object({
      currency,
      paidMinor: minor.meta({ description: 'What came for this order.' }),
      refundedMinor: minor.meta({ description: 'What went back.' }),
      refundingMinor: minor.meta({ description: 'What is going back just now.' }),
    })
    .meta({ description: 'Sums of money in the order’s currency.' }),
  shipments: z.array(shipment),
  timeline: z.array(z.object({ kind: example('PAID'), at: moment })),
  address: z
    .object({
      name: example('Ada Walker'),
      line1: example('12 Mill Lane'),
      line2: example(''),
      city: example('Utrecht'),
      region: example(''),
      postcode: example('3511 AB'),
      country: example('NL'),
      phone: example('+31 30 1234567'),
    })
    .nullable()
    .meta({ description: 'Where it goes. Null without the scope orders.addresses.' }),
});
export type ApiOrder = z.output<typeof order>;
