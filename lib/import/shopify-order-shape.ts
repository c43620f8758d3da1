import { z } from 'zod';

import { cutTo } from '@/lib/core/fields';
import { mostMinor } from '@/lib/core/money';

import type { Money } from './shopify-records';
import { amountIn, count, fail, moment, readTags, text, word } from './sheet-pieces';

type Shapes = { order: ReturnType<typeof orderShape>; line: ReturnType<typeof lineShape> };
const shapes = new WeakMap<Money, Map<string, Shapes>>();

/** How the rows of an order in a currency are read; made once for each file and currency, since that takes longer than reading a row. */
export function orderShapes(money: Money, currency: string): Shapes {
  const made = shapes.get(money) ?? new Map<string, Shapes>();
  shapes.set(money, made);
  const { delimiter } = money;
  const of = made.get(currency) ?? { order: orderShape(currency, delimiter), line: lineShape(currency, delimiter) };
  made.set(currency, of);
  return of;
}

/** What the first row of an order says of it, in its currency. */
function orderShape(currency: string, delimiter: string) {
  const read = amountIn(currency, delimiter, mostMinor);
  const amount = z.string().transform((value, ctx) => (value === '' ? 0 : read(value, ctx)));
  const required = z
    .string()
    .transform((value, ctx) =>
      value === '' ? fail(ctx, 'total-missing', 'the order has no total') : read(value, ctx),
    );
  const tax = (cells: Record<string, string>, at: number, ctx: z.core.$RefinementCtx) => {
    const [name = '', value = ''] = [cells[`tax${at}Name`], cells[`tax${at}Value`]];
    return value === '' ? [] : [{ name: cutTo(name, 255), minor: read(value, ctx) }];
  };
  const fields = z.object({
    ...{ subtotal: amount, shipping: amount, taxes: amount, discount: amount, refunded: amount, total: required },
    placedAt: moment('created at').transform((value, ctx) => value ?? fail(ctx, 'moment', 'the order has no date')),
    ...{ paidAt: moment('paid at'), fulfilledAt: moment('fulfilled at'), cancelledAt: moment('cancelled at') },
    ...{ payment: word('financial status'), fulfillment: word('fulfillment status') },
    ...{ discountCode: text('discount code', 255), shippingMethod: text('shipping method', 255) },
    paymentMethod: text('payment method', 255),
    tags: z.string().transform(readTags),
  });
  const taxes = z
    .record(z.string(), z.string())
    .transform((cells, ctx) => [1, 2, 3, 4, 5].flatMap((at) => tax(cells, at, ctx)));
  return z.record(z.string(), z.string()).transform((cells, ctx) => {
    const [read, parts] = [fields.safeParse(cells), taxes.safeParse(cells)];
    if (!read.success || !parts.success) {
      for (const { message, ...issue } of [...(read.error?.issues ?? []), ...(parts.error?.issues ?? [])])
        ctx.addIssue({ code: 'custom', message, params: 'params' in issue ? issue.params : undefined });
      return z.NEVER;
    }
    const { subtotal, shipping, taxes: tax, discount, refunded, total, ...rest } = read.data;
    const minor = { subtotalMinor: subtotal, shippingMinor: shipping, taxMinor: tax, discountMinor: discount };
    return { ...rest, ...minor, refundedMinor: refunded, totalMinor: total, taxes: parts.data };
  });
}

/** What each row of an order says of its line. */
function lineShape(currency: string, delimiter: string) {
  const read = amountIn(currency, delimiter, mostMinor);
  const amount = z.string().transform((value, ctx) => (value === '' ? 0 : read(value, ctx)));
  return z.object({
    ...{ lineName: text('name of the line', 600), lineSku: text('SKU', 255), linePrice: amount, lineDiscount: amount },
    lineQuantity: count('quantity', 1_000_000).transform(
      (value, ctx) => value ?? fail(ctx, 'number', 'the line has no quantity'),
    ),
    lineFulfillment: word('fulfillment status'),
  });
}
