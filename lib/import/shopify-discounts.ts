import { z } from 'zod';

import { mostMinor } from '@/lib/core/money';
import type { DiscountRow } from '@/lib/imports/shapes';

import { readFirst, type PickedRow, type SheetSpec } from './sheet-groups';
import { amountIn, count, fail, flag, moment, short, text, word } from './sheet-pieces';
import type { Built, Money } from './shopify-records';

const aliases = {
  name: ['name', 'code', 'title'],
  value: ['value'],
  valueType: ['valuetype'],
  type: ['type'],
  class: ['discountclass'],
  minimum: ['minimumpurchaserequirements'],
  orders: ['combineswithorderdiscounts'],
  products: ['combineswithproductdiscounts'],
  shipping: ['combineswithshippingdiscounts'],
  customers: ['customerselection'],
  used: ['timesusedintotal'],
  once: ['appliesoncepercustomer'],
  limit: ['usagelimitpercode'],
  status: ['status'],
  startsAt: ['start'],
  endsAt: ['end'],
} as const;
type Column = keyof typeof aliases;

/** Discounts are known by their code, which Shopify takes in any case, or by the name of an automatic one. */
export const discountsSheet: SheetSpec<Column> = {
  aliases,
  grouped: { what: 'discount', key: 'name', most: 100 },
  keyOf: ({ name }) => {
    if (name === '') return { code: 'name-missing', reason: 'the row has no code and no name' };
    return name.length <= 200
      ? name.toLowerCase()
      : { code: 'too-long', reason: 'the code is longer than 200 characters' };
  },
};

/** A discount. Of several rows with one code the first counts. */
export function buildDiscount(key: string, rows: PickedRow<Column>[], money: Money): Built<DiscountRow> {
  const read = readFirst(shape(money), rows);
  if ('faults' in read) return read;
  const twin = { code: 'discount-twice', reason: `row ${read.first.row} has the same code` };
  return { row: read.data, faults: read.more.map(({ row }) => ({ row, ...twin })) };
}

function shape({ currency, delimiter }: Money) {
  const combines = flag('combines with', false);
  return z
    .object({
      ...{ name: text('name', 200), value: z.string(), valueType: z.string() },
      ...{ type: text('type', 255), class: word('discount class') },
      ...{ minimum: text('minimum', 255), customers: text('customer selection', 255) },
      ...{ orders: combines, products: combines, shipping: combines },
      ...{ used: count('times used'), once: flag('once per customer', false), limit: count('usage limit') },
      ...{ status: word('status'), startsAt: moment('start'), endsAt: moment('end') },
    })
    .transform(({ value, valueType, orders, products, shipping, used, once, ...rest }, ctx) => ({
      ...rest,
      value: valueOf(value, valueType.toLowerCase(), { currency, delimiter }, ctx),
      combinesWith: [
        ...(orders ? ['orders' as const] : []),
        ...(products ? ['products' as const] : []),
        ...(shipping ? ['shipping' as const] : []),
      ],
      used: used ?? 0,
      oncePerCustomer: once,
    }));
}

/** Shopify writes what is taken off with a minus before it. */
function valueOf(
  cell: string,
  type: string,
  { currency, delimiter }: Money,
  ctx: z.core.$RefinementCtx,
): DiscountRow['value'] {
  const bare = cell.replace(/^[-−]/, '').replace(/%$/, '').trim();
  if (/percent/.test(type)) {
    const read = /^(\d{1,3})(?:\.(\d{1,2})0*)?$/.exec(bare);
    const hundredths = read ? Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0')) : NaN;
    if (hundredths <= 10_000) return { of: 'percent', hundredths };
    return fail(ctx, 'percent', `"${short(cell)}" is no share of at most 100 per cent`);
  }
  if (/fixed|amount/.test(type)) {
    return { of: 'amount', minor: amountIn(currency, delimiter, mostMinor)(bare, ctx), currency };
  }
  return { of: 'other' };
}
