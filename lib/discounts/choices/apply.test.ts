/** What discounts take off: worked values, and whatever the rules and the goods, sums that add up and never more than there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applyDiscounts, type DiscountRule, type DiscountedLine } from './apply';
import { plainCode } from './code';

const rule = (more: Partial<DiscountRule>): DiscountRule => ({
  ...{ id: 'a', kind: 'PERCENT', percent: null, amountMinor: null, currency: 'EUR', buyPieces: null, getPieces: null },
  ...{ leastMinor: null, leastPieces: null, productIds: null, combines: false, code: null },
  ...more,
});
const lines: DiscountedLine[] = [
  { productId: 'phone', quantity: 1, priceMinor: 49_900 },
  { productId: 'case', quantity: 3, priceMinor: 1_999 },
];
const off = (...rules: DiscountRule[]) => applyDiscounts(lines, rules).map((given) => [given.rule.id, given.lines]);

describe('a discount', () => {
  it('of a share is rounded once, and shared so that the lines come to it', () => {
    expect(off(rule({ percent: 15 }))).toEqual([['a', [7_485, 900]]]);
    expect(off(rule({ percent: 33, productIds: ['case'] }))).toEqual([['a', [0, 1_979]]]);
    expect(off(rule({ percent: 100 }))).toEqual([['a', [49_900, 5_997]]]);
  });

  it('of a sum is never more than its goods', () => {
    expect(off(rule({ kind: 'AMOUNT', amountMinor: 1_000 }))).toEqual([['a', [893, 107]]]);
    expect(off(rule({ kind: 'AMOUNT', amountMinor: 9_000, productIds: ['case'] }))).toEqual([['a', [0, 5_997]]]);
  });

  it('of pieces takes the cheapest off', () => {
    const three = rule({ kind: 'BUY_GET', buyPieces: 2, getPieces: 1 });
    expect(off(three)).toEqual([['a', [0, 1_999]]]);
    expect(off({ ...three, productIds: ['case'], percent: 50 })).toEqual([['a', [0, 1_000]]]);
    expect(off({ ...three, buyPieces: 4 })).toEqual([]);
  });

  it('is given from its least on', () => {
    expect(off(rule({ percent: 10, leastMinor: 55_898 }))).toEqual([]);
    expect(off(rule({ percent: 10, leastMinor: 55_897 }))).toHaveLength(1);
    expect(off(rule({ percent: 10, leastPieces: 4, productIds: ['case'] }))).toEqual([]);
    expect(off(rule({ percent: 10, productIds: ['watch'] }))).toEqual([]);
  });
});

describe('several discounts', () => {
  const five = rule({ id: 'five', percent: 5, combines: true });
  const ten = rule({ id: 'ten', kind: 'AMOUNT', amountMinor: 1_000, combines: true });
  const alone = rule({ id: 'alone', percent: 7, code: 'SEVEN' });
  const ship = rule({ id: 'ship', kind: 'SHIPPING' });

  it('that go together are taken off one after another, shares before sums', () => {
    expect(applyDiscounts(lines, [ten, five]).map(({ rule: { id }, amountMinor }) => [id, amountMinor])).toEqual([
      ['five', 2_795],
      ['ten', 1_000],
    ]);
  });

  it('are the best of those that stand alone and those that go together, with the shipping', () => {
    expect(applyDiscounts(lines, [five, alone, ship]).map(({ rule: { id } }) => id)).toEqual(['alone', 'ship']);
    expect(applyDiscounts(lines, [five, ten, { ...alone, percent: 6 }]).map(({ rule: { id } }) => id)).toEqual([
      'five',
      'ten',
    ]);
  });

  it('of the same worth are the one whose code was typed', () => {
    const same = rule({ id: 'same', percent: 7 });
    for (const rules of [
      [same, alone],
      [alone, same],
    ])
      expect(applyDiscounts(lines, rules).map(({ rule: { id } }) => id)).toEqual(['alone']);
    const typed = rule({ id: 'typed', kind: 'SHIPPING', code: 'POST' });
    expect(applyDiscounts(lines, [ship, typed]).map(({ rule: { id } }) => id)).toEqual(['typed']);
  });
});

it('whatever the rules and the goods, no line is below nothing, the parts come to the sums, and no single one would be better', () => {
  const anyLine = fc.record({
    productId: fc.constantFrom('p', 'q', 'r'),
    quantity: fc.integer({ min: 1, max: 99 }),
    priceMinor: fc.nat({ max: 10 ** 7 }),
  });
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value);
  const anyRule = fc.record({
    ...{
      id: fc.uuid(),
      kind: fc.constantFrom('PERCENT', 'AMOUNT', 'SHIPPING', 'BUY_GET'),
      currency: fc.constant('EUR'),
    },
    ...{ percent: maybe(fc.integer({ min: 1, max: 100 })), amountMinor: maybe(fc.nat({ max: 10 ** 8 })) },
    ...{ buyPieces: maybe(fc.integer({ min: 1, max: 5 })), getPieces: maybe(fc.integer({ min: 1, max: 5 })) },
    ...{ leastMinor: maybe(fc.nat({ max: 10 ** 7 })), leastPieces: maybe(fc.integer({ min: 1, max: 9 })) },
    ...{
      productIds: maybe(fc.uniqueArray(fc.constantFrom('p', 'q'))),
      combines: fc.boolean(),
      code: maybe(fc.constant('X')),
    },
  }) as fc.Arbitrary<DiscountRule>;
  const worth = (given: readonly { amountMinor: number }[]) => given.reduce((sum, each) => sum + each.amountMinor, 0);
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 6 }), fc.array(anyRule, { maxLength: 6 }), (goods, rules) => {
      const given = applyDiscounts(goods, rules);
      goods.forEach(({ quantity, priceMinor }, at) => {
        const taken = given.reduce((sum, each) => sum + each.lines[at]!, 0);
        expect(taken).toBeGreaterThanOrEqual(0);
        expect(taken).toBeLessThanOrEqual(quantity * priceMinor);
      });
      for (const each of given) expect(each.lines.reduce((sum, one) => sum + one, 0)).toBe(each.amountMinor);
      for (const one of rules) expect(worth(applyDiscounts(goods, [one]))).toBeLessThanOrEqual(worth(given));
      expect(given.filter(({ rule: { combines, kind } }) => !combines && kind !== 'SHIPPING').length).toBeLessThan(2);
    }),
    { numRuns: 500 },
  );
});

it('a code is the same however it was typed', () => {
  expect(
    ['spring-10', ' SPRING 10', 'ｓｐｒｉｎｇ１０', 'ab', 'x'.repeat(33), 'a\u0000bc', '春天10'].map(plainCode),
  ).toEqual(['SPRING-10', 'SPRING10', 'SPRING10', null, null, null, null]);
});
