/** What the forms of prices send; safe in the browser. */
import { z } from 'zod';

import { currencyCode } from '@/lib/core/brand';
import { moment, withMoments } from '@/lib/core/form-moments';
import { mostMinor, readAmount } from '@/lib/core/money';
import { orNothing } from '@/lib/core/pieces';
import { typed } from '@/lib/core/typed';
import { wholeOrNone } from '@/lib/core/whole-number';

import { priceReasons } from './choices/price-story';

const fields = z
  .object({
    currency: currencyCode,
    reason: z.enum(priceReasons),
    amount: typed(30).default(''),
    percentOff: wholeOrNone(1, 99),
    from: orNothing(moment.optional()),
    until: orNothing(moment.optional()),
  })
  .catchall(z.union([z.string().max(100), z.undefined()]));

/** Prices as their form says them: an amount, or a share below the regular price; each variant that they are for is a ticked box `variant.<id>`. */
export const setPricesInput = withMoments(
  ['from', 'until'],
  fields.transform(({ currency, reason, amount, percentOff, from, until, ...rest }, ctx) => {
    const fault = (field: string, code: string) =>
      ctx.addIssue({ code: 'custom', path: [field], message: `code:${code}` });
    const amountMinor = amount === '' ? null : readAmount(amount, currency, mostMinor);
    if (amount !== '' && amountMinor === null) fault('amount', 'bad-price');
    if (amount === '' && percentOff === null) fault('amount', 'required');
    if (amount !== '' && percentOff !== null) fault('percentOff', 'price-both');
    if (from && until && until <= from) fault('until', 'price-ends-early');
    const variantIds = Object.keys(rest).flatMap((name) => /^variant\.([\da-f-]{36})$/.exec(name)?.[1] ?? []);
    if (variantIds.length === 0) fault('variants', 'price-variants');
    const when = { from: from ?? null, until: until ?? null };
    return { variantIds: variantIds.slice(0, 250), currency, reason, amountMinor, percentOff, ...when };
  }),
);
export type SetPrices = z.output<typeof setPricesInput>;

/** The button that takes back a planned price or ends a phase. */
export const withdrawPriceInput = z.object({ priceId: z.uuid() });
export type WithdrawPrice = z.output<typeof withdrawPriceInput>;
