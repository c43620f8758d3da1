/** What goods with discounts cost, wherever it stands: the checkout, the order, its bill in page and mail, its invoice, the payment and the books. */
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { wantedMoves } from '@/lib/accounting/wanted-moves';
import { emptyMarket, type StoredMarket } from '@/lib/core/market';
import { plainAmount, readAmount } from '@/lib/core/money';
import { offersOf } from '@/lib/core/offers';
import { taxWithin } from '@/lib/core/tax-of-part';
import { applyDiscounts, type DiscountRule } from '@/lib/discounts/choices/apply';
import { priceGoods } from '@/lib/orders/priced';
import { billOf } from '@/lib/orders/totals';

import { billIn } from './checkout-bill';

const sum = (amounts: readonly number[]): number => amounts.reduce((all, each) => all + each, 0);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value);
const at = new Date('2026-11-30T12:00:00Z');

const anyRule = (currency: string) =>
  fc.record({
    ...{
      id: fc.uuid(),
      kind: fc.constantFrom('PERCENT', 'AMOUNT', 'SHIPPING', 'BUY_GET'),
      currency: fc.constant(currency),
    },
    ...{ percent: maybe(fc.integer({ min: 1, max: 100 })), amountMinor: maybe(fc.integer({ min: 1, max: 10 ** 6 })) },
    ...{ buyPieces: maybe(fc.integer({ min: 1, max: 3 })), getPieces: maybe(fc.integer({ min: 1, max: 3 })) },
    ...{ leastMinor: maybe(fc.nat({ max: 10 ** 5 })), leastPieces: maybe(fc.integer({ min: 1, max: 4 })) },
    ...{
      productIds: maybe(fc.uniqueArray(fc.constantFrom('p', 'q'))),
      combines: fc.boolean(),
      code: maybe(fc.constant('X')),
    },
  }) as fc.Arbitrary<DiscountRule>;
const anyLine = fc.record({
  productId: fc.constantFrom('p', 'q', 'r'),
  quantity: fc.integer({ min: 1, max: 20 }),
  priceMinor: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 10 ** 6 })),
});
// Currencies without decimals, with two and with three.
const anyCart = fc
  .constantFrom('JPY', 'EUR', 'KWD')
  .chain((currency) =>
    fc.record({
      currency: fc.constant(currency),
      rules: fc.array(anyRule(currency), { maxLength: 5 }),
      lines: fc.array(anyLine, { minLength: 1, maxLength: 6 }),
      shipping: fc.nat({ max: 10 ** 5 }),
      tax: fc.record({ ppm: fc.nat({ max: 270_000 }), included: fc.boolean() }),
    }),
  );

function marketOf(
  { ppm, included }: { ppm: number; included: boolean },
  currency: string,
  shipping: number,
): StoredMarket {
  return {
    ...emptyMarket,
    taxes: [{ country: 'NL', region: '', name: 'VAT', ppm, included }],
    zones: [
      {
        name: { en: 'Here', zh: '' },
        countries: ['NL'],
        days: null,
        rates: { [currency]: [{ upTo: null, amountMinor: shipping }] },
      },
    ],
  } as StoredMarket;
}

it('is the same everywhere, to the minor unit, and never more than was listed', () => {
  fc.assert(
    fc.property(anyCart, fc.nat({ max: 100 }), ({ currency, rules, lines, shipping, tax: asked }, share) => {
      const market = marketOf(asked, currency, shipping);
      const given = applyDiscounts(lines, rules);
      const listed = lines.map(({ quantity, priceMinor }) => quantity * priceMinor);
      const off = lines.map((_, place) => sum(given.map((each) => each.lines[place]!)));
      const ofShipping = ({ rule }: (typeof given)[number]) => rule.kind === 'SHIPPING';
      const sent = { currency, grams: 100, taxIncluded: null };

      const {
        totals,
        lines: priced,
        terms,
        shippingOffMinor,
      } = priceGoods(market, {
        goods: {
          ...sent,
          amounts: listed.map((each, place) => each - off[place]!),
          freeShipping: given.some(ofShipping),
        },
        ...{ address: { country: 'NL', region: '' }, now: at },
      });
      const named = given.map((each) => ({
        title: '',
        titleZh: '',
        ofShipping: ofShipping(each),
        amountMinor: each.amountMinor,
      }));
      const kept = named.map((each) => (each.ofShipping ? { ...each, amountMinor: shippingOffMinor } : each));

      const before = billIn(
        { offers: offersOf(market, sent, ''), goodsMinor: sum(listed), discounts: named },
        'NL',
        '',
      )!;
      const after = billOf(totals, sum(listed), terms.tax, kept);
      expect(after).toEqual(before);
      expect(after.shippingMinor).toBe(shipping);
      const rows = after.goodsMinor + after.shippingMinor - sum(after.discounts.map(({ amountMinor }) => amountMinor));
      expect(rows + (after.taxIncluded ? 0 : after.taxMinor)).toBe(totals.totalMinor);
      expect(readAmount(plainAmount(totals.totalMinor, currency), currency, Number.MAX_SAFE_INTEGER)).toBe(
        totals.totalMinor,
      );

      const inLines = sum(priced.map(({ taxMinor }) => taxMinor));
      const parts = [
        ...priced.flatMap(({ netMinor, taxMinor }) => [netMinor, taxMinor]),
        totals.shippingMinor,
        totals.taxMinor - inLines,
      ];
      expect(Math.min(...parts, totals.totalMinor)).toBeGreaterThanOrEqual(0);
      expect(sum(parts)).toBe(totals.totalMinor);

      const back = Math.floor((totals.totalMinor * share) / 100);
      const came = { id: 'p', provider: 'stripe', amountMinor: totals.totalMinor, currency, surplus: false, at };
      const goodsMinor = sum(priced.map(({ netMinor }) => netMinor));
      const moves = wantedMoves(
        {
          ...{
            id: 'o',
            market: 1,
            currency,
            country: 'NL',
            taxPpm: terms.tax.ppm,
            paidAt: at,
            goodsMinor,
            disputed: [],
          },
          ...{ ...totals, came: [came], back: [{ id: 'r', paymentId: 'p', amountMinor: back, state: 'DONE', at }] },
        },
        [],
      );
      const into = (account: string) =>
        sum(
          moves.map((move) =>
            move.toAccount === account ? move.amountMinor : move.fromAccount === account ? -move.amountMinor : 0,
          ),
        );
      expect([into('GATEWAY'), into('BUYERS') + 0]).toEqual([totals.totalMinor - back, 0]);
      expect(into('TAX') + totals.taxMinor).toBe(taxWithin(back, totals));
    }),
    { numRuns: 1_000 },
  );
});
