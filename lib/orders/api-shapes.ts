import { z } from 'zod';

import { currency, minor, moment } from '@/lib/core/api-shapes';
import { asCrockford, typed } from '@/lib/core/typed';

import { orderStates } from './schema';

/** Where an order stands. */
export const orderState = z
  .enum(orderStates)
  .meta({ description: 'PENDING waits for its payment, PAID for its parcel.', example: 'PAID' });

/** The number in the path of an order. */
export const orderPath = z.strictObject({
  number: typed(20, asCrockford)
    .pipe(z.string().min(1))
    .meta({ description: 'The order’s number.', example: '7K2M9QXD' }),
});

/** An order without personal data. */
export const orderSummary = z.object({
  number: z.string(),
  state: orderState,
  createdAt: moment,
  paidAt: moment.nullable(),
  changedAt: moment,
  currency,
  totalMinor: minor,
  shipCountry: z.string().meta({ description: 'ISO 3166-1 alpha-2.' }),
  drop: z.object({ slug: z.string(), title: z.string() }),
});

/** A parcel. */
export const shipment = z.object({
  id: z.uuid(),
  carrier: z.string(),
  tracking: z.string().meta({ description: 'Empty where the parcel has no number.' }),
  shippedAt: moment,
  deliveredAt: moment.nullable(),
});

/** An order with what belongs to it. */
export const order = orderSummary
  .omit({ changedAt: true })
  .extend({
    subtotalMinor: minor,
    shippingMinor: minor,
    taxMinor: minor,
    lines: z.array(
      z.object({
        title: z.string(),
        product: z.string().meta({ description: 'The product’s handle.' }),
        variantId: z.uuid(),
        sku: z.string().nullable(),
        quantity: z.int(),
        priceMinor: minor,
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
    timeline: z.array(z.object({ kind: z.string(), at: moment })),
    address: z
      .object({
        name: z.string(),
        line1: z.string(),
        line2: z.string(),
        city: z.string(),
        region: z.string(),
        postcode: z.string(),
        country: z.string(),
        phone: z.string(),
      })
      .nullable()
      .meta({ description: 'Where it goes. Null without the scope orders.addresses.' }),
  });
export type ApiOrder = z.output<typeof order>;
