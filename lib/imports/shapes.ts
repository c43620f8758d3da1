/** What the rows of an old shop's records hold, for the importer that writes them and for whoever takes them. */
import { z } from 'zod';

import { maybeLine, oneLine } from '@/lib/core/fields';
import { mostMinor } from '@/lib/core/money';

const minor = z.int().min(0).max(mostMinor);
const currency = z.string().regex(/^[A-Z]{3}$/);
const moment = z.iso.datetime({ offset: true }).nullable();
const word = z.string().regex(/^[a-z][a-z0-9_ -]{0,39}$|^$/);
const line = maybeLine(255);
const tags = z.array(oneLine(255)).max(250);
/** What somebody said of being written to: unknown is neither. */
const told = z.enum(['yes', 'no', 'unknown']);
const amount = z.object({ minor, currency });

/** A customer, by e-mail address in the one spelling that is kept; without one by phone number or by the number in the old shop. */
export const customerRow = z.object({
  email: z.string().max(254).nullable(),
  phone: z.string().max(21).nullable(),
  customerId: z.string().max(40).nullable(),
  firstName: line,
  lastName: line,
  country: maybeLine(60),
  marketing: z.object({ email: told, sms: told }),
  orders: z.int().min(0).max(1_000_000_000).nullable(),
  spent: amount.nullable(),
  taxExempt: z.boolean(),
  tags,
});

const orderLine = z.object({
  name: maybeLine(600),
  sku: line,
  quantity: z.int().min(0).max(1_000_000),
  priceMinor: minor,
  discountMinor: minor,
  fulfillment: word,
});

const shipTo = z.object({
  ...{ name: line, company: line, address1: line, address2: line, city: line, zip: maybeLine(40), province: line },
  ...{ country: maybeLine(60), phone: maybeLine(40) },
});

/** An order, in its own currency. shipTo is there while something is still to be sent. */
export const orderRow = z.object({
  name: oneLine(100),
  orderId: z.string().max(40).nullable(),
  email: z.string().max(254).nullable(),
  phone: z.string().max(21).nullable(),
  country: maybeLine(60),
  currency,
  placedAt: z.iso.datetime({ offset: true }),
  paidAt: moment,
  fulfilledAt: moment,
  cancelledAt: moment,
  payment: word,
  fulfillment: word,
  subtotalMinor: minor,
  shippingMinor: minor,
  taxMinor: minor,
  discountMinor: minor,
  totalMinor: minor,
  refundedMinor: minor,
  discountCode: line,
  shippingMethod: line,
  paymentMethod: line,
  marketing: told,
  taxes: z.array(z.object({ name: line, minor })).max(5),
  lines: z.array(orderLine).min(1).max(2_500),
  shipTo: shipTo.nullable(),
  tags,
});

/** A discount code or an automatic discount. Percent in hundredths: 1250 are 12.5 %. */
export const discountRow = z.object({
  name: oneLine(255),
  type: line,
  class: word,
  value: z.discriminatedUnion('of', [
    z.object({ of: z.literal('percent'), hundredths: z.int().min(0).max(10_000) }),
    z.object({ of: z.literal('amount'), minor, currency }),
    z.object({ of: z.literal('other') }),
  ]),
  minimum: maybeLine(255),
  customers: maybeLine(255),
  combinesWith: z.array(z.enum(['orders', 'products', 'shipping'])).max(3),
  used: z.int().min(0).max(1_000_000_000),
  oncePerCustomer: z.boolean(),
  limit: z.int().min(0).max(1_000_000_000).nullable(),
  status: word,
  startsAt: moment,
  endsAt: moment,
});

/** A collection: those that hold products by hand name them, those by rules their rules. */
export const collectionRow = z.object({
  handle: oneLine(255),
  title: oneLine(255),
  html: z.string().max(65_536),
  sort: maybeLine(40),
  published: z.boolean(),
  picture: z.string().max(2_048).nullable(),
  match: z.enum(['all', 'any']).nullable(),
  rules: z.array(z.object({ column: line, relation: line, condition: line })).max(60),
  products: z.array(oneLine(255)).max(5_000),
});

export type CustomerRow = z.output<typeof customerRow>;
export type OrderRow = z.output<typeof orderRow>;
export type DiscountRow = z.output<typeof discountRow>;
export type CollectionRow = z.output<typeof collectionRow>;
