/** What the forms of discounts send; safe in the browser. */
import { z } from 'zod';

import { nameLine } from '@/lib/core/fields';
import { moment, withMoments } from '@/lib/core/form-moments';
import { mostMinor, readAmount } from '@/lib/core/money';
import { orNothing, rowNumber, ticked } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { whole, wholeOrNone } from '@/lib/core/whole-number';

import { plainCode } from './choices/code';

export const kinds = ['PERCENT', 'AMOUNT', 'SHIPPING', 'BUY_GET'] as const;
/** So many products may be named; a discount for more is for all. */
export const mostProducts = 100;

const code = typed(100)
  .default('')
  .transform((given, ctx) => {
    if (given === '') return null;
    const plain = plainCode(given);
    if (plain) return plain;
    ctx.addIssue({ code: 'custom', message: 'code:discount-code' });
    return z.NEVER;
  });

const fields = z
  .object({
    discountId: orNothing(z.uuid().optional()),
    shown: whole(0, 2_000_000_000).default(0),
    title: nameLine(80),
    titleZh: nameLine(80),
    code,
    kind: z.enum(kinds),
    currency: z.string().regex(/^[A-Z]{3}$/),
    percent: wholeOrNone(1, 100),
    amount: typed(30).default(''),
    buyPieces: wholeOrNone(1, 99),
    getPieces: wholeOrNone(1, 99),
    least: typed(30).default(''),
    leastPieces: wholeOrNone(1, 999),
    scope: z.enum(['all', 'some']).default('all'),
    combines: ticked,
    startsAt: orNothing(moment.optional()),
    endsAt: orNothing(moment.optional()),
    mostUses: wholeOrNone(1, 1_000_000),
    oncePerBuyer: ticked,
  })
  .catchall(z.union([z.string().max(100), z.undefined()]));

type Form = z.output<typeof fields>;

/** A discount as its form says it; each product that it is for is a ticked box `product.<id>`. */
export const saveDiscountInput = withMoments(
  ['startsAt', 'endsAt'],
  fields.transform((form, ctx) => {
    const amounts = { amountMinor: amountIn(form, 'amount'), leastMinor: amountIn(form, 'least') };
    for (const [field, message] of problemsOf(form, amounts)) ctx.addIssue({ code: 'custom', path: [field], message });
    const { kind, percent, buyPieces, getPieces } = form;
    return {
      ...{ discountId: form.discountId, shown: form.shown, title: form.title, titleZh: form.titleZh, code: form.code },
      ...{
        kind,
        currency: form.currency,
        leastPieces: form.leastPieces,
        combines: form.combines,
        mostUses: form.mostUses,
      },
      percent: kind === 'PERCENT' ? percent : kind === 'BUY_GET' ? (percent ?? 100) : null,
      amountMinor: kind === 'AMOUNT' ? (amounts.amountMinor ?? null) : null,
      ...(kind === 'BUY_GET' ? { buyPieces, getPieces } : { buyPieces: null, getPieces: null }),
      leastMinor: amounts.leastMinor ?? null,
      productIds: form.scope === 'all' ? null : productsIn(form),
      ...{ startsAt: form.startsAt, endsAt: form.endsAt ?? null, oncePerBuyer: form.oncePerBuyer },
    };
  }),
);
export type SaveDiscount = z.output<typeof saveDiscountInput>;

export const endDiscountInput = z.object({ discountId: z.uuid(), shown: rowNumber });
export type EndDiscount = z.output<typeof endDiscountInput>;

function problemsOf(
  form: Form,
  { amountMinor, leastMinor }: Record<'amountMinor' | 'leastMinor', number | null | undefined>,
) {
  const { kind } = form;
  const problems: [string, string][] = [];
  const want = (fine: boolean, field: string, message = 'code:required') =>
    void (fine || problems.push([field, message]));
  if (kind === 'PERCENT') want(form.percent !== null, 'percent');
  if (kind === 'AMOUNT') want(Boolean(amountMinor), 'amount', form.amount === '' ? 'code:required' : 'code:bad-amount');
  if (kind === 'BUY_GET') for (const field of ['buyPieces', 'getPieces'] as const) want(form[field] !== null, field);
  want(leastMinor !== null, 'least', 'code:bad-amount');
  want(!form.startsAt || !form.endsAt || form.startsAt < form.endsAt, 'endsAt', 'code:discount-ends');
  if (form.scope === 'some') {
    const count = productsIn(form).length;
    want(count > 0, 'scope', 'code:discount-products');
    want(count <= mostProducts, 'scope', 'code:discount-many');
  }
  return problems;
}

// Nothing where the field is empty, null where it is no amount.
function amountIn(form: Form, field: 'amount' | 'least'): number | null | undefined {
  if (form[field] === '') return undefined;
  return readAmount(form[field], form.currency, mostMinor);
}

const productsIn = (form: object): string[] =>
  Object.keys(form).flatMap((name) => (/^product\.[\da-f-]{36}$/.test(name) ? [name.slice('product.'.length)] : []));
