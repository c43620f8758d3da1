/** Making, changing and ending discounts: what a form may say, who saves second, and what stays of those that orders had. */
import { afterEach, describe, expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day } from '@/lib/core/time';
import { endDiscounts, makeDiscount, plainDiscount } from '@/tests/support/discount-factories';
import { makeOperator } from '@/tests/support/drop-factories';
import { makeProduct } from '@/tests/support/feedback-factories';
import { refusal } from '@/tests/support/refusal';

import { endDiscount, saveDiscount } from './commands';
import { mostLive } from './limits';
import { standOf } from './policy';
import { saveDiscountInput } from './schema';

afterEach(endDiscounts);

const form = {
  title: 'Spring',
  titleZh: '春季',
  kind: 'PERCENT',
  percent: '10',
  currency: 'EUR',
  zone: 'Europe/Berlin',
};
const problems = (more: object) => {
  const read = saveDiscountInput.safeParse({ ...form, ...more });
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
};

describe('the form of a discount', () => {
  it('is read by its type, in the shop’s zone, with amounts in its currency', () => {
    const id = crypto.randomUUID();
    expect(
      saveDiscountInput.parse({
        ...form,
        ...{
          code: ' spring 10 ',
          kind: 'AMOUNT',
          amount: '12.5',
          least: '100',
          startsAt: '2026-12-01T00:00',
          scope: 'some',
        },
        [`product.${id}`]: 'on',
      }),
    ).toMatchObject({
      ...{ code: 'SPRING10', percent: null, amountMinor: 1_250, leastMinor: 10_000, productIds: [id] },
      startsAt: new Date('2026-11-30T23:00:00Z'),
    });
    expect(
      saveDiscountInput.parse({ ...form, kind: 'BUY_GET', percent: '', buyPieces: '2', getPieces: '1' }),
    ).toMatchObject({ ...{ percent: 100, buyPieces: 2, getPieces: 1, productIds: null, code: null } });
    expect(saveDiscountInput.parse({ ...form, kind: 'AMOUNT', amount: '500', currency: 'JPY' }).amountMinor).toBe(500);
  });

  it('says what is missing or means nothing', () => {
    expect(problems({ percent: '' })).toEqual(['percent code:required']);
    expect(problems({ percent: '101' })).toEqual(['percent code:whole-number']);
    expect(problems({ kind: 'AMOUNT' })).toEqual(['amount code:required']);
    for (const amount of ['0', '-5', '1e3', '5.555', 'NaN'])
      expect(problems({ kind: 'AMOUNT', amount })).toEqual(['amount code:bad-amount']);
    expect(problems({ kind: 'BUY_GET' })).toEqual(['buyPieces code:required', 'getPieces code:required']);
    expect(problems({ least: 'much' })).toEqual(['least code:bad-amount']);
    expect(problems({ code: 'a' })).toEqual(['code code:discount-code']);
    expect(problems({ scope: 'some' })).toEqual(['scope code:discount-products']);
    expect(problems({ startsAt: '2026-12-02T00:00', endsAt: '2026-12-01T00:00' })).toEqual([
      'endsAt code:discount-ends',
    ]);
  });
});

describe('a discount', () => {
  it('is changed by who saw its newest version, has one code of its kind, and names its products', async () => {
    const [operator, product] = [await makeOperator(), await makeProduct()];
    const id = await makeDiscount({ code: 'MINE' });
    expect(await refusal(transact(saveDiscount)(operator, { ...plainDiscount, code: 'MINE' }))).toBe('discount-taken');
    const edit = (shown: number, percent: number) =>
      refusal(
        transact(saveDiscount)(operator, {
          ...plainDiscount,
          discountId: id,
          shown,
          percent,
          productIds: [product.id],
        }),
      );
    expect((await Promise.all([edit(1, 20), edit(1, 30)])).toSorted()).toEqual(['discount-changed', 'done']);
    expect(await edit(2, 40)).toBe('done');
    const now = await db.discount.findUniqueOrThrow({ where: { id }, include: { products: true } });
    expect(now).toMatchObject({ percent: 40, version: 3, forAll: false, products: [{ productId: product.id }] });
    expect(
      await refusal(transact(saveDiscount)(operator, { ...plainDiscount, discountId: crypto.randomUUID(), shown: 1 })),
    ).toBe('not-found');
  });

  it('ends at once, stays where an order had it, and is deleted where it never began', async () => {
    const operator = await makeOperator();
    const [running, planned] = [await makeDiscount(), await makeDiscount({ startsAt: after(clock(), day) })];
    const end = (discountId: string, shown = 1) => refusal(transact(endDiscount)(operator, { discountId, shown }));
    expect([await end(running, 7), await end(running), await end(planned)]).toEqual([
      'discount-changed',
      'done',
      'done',
    ]);
    const kept = await db.discount.findUniqueOrThrow({ where: { id: running } });
    expect(standOf(kept, after(clock(), 1))).toBe('over');
    expect(await db.discount.findUnique({ where: { id: planned } })).toBeNull();
  });

  it('ends after it begins, also where the form leaves its beginning as it is', async () => {
    const operator = await makeOperator();
    const save = (more: object) => refusal(transact(saveDiscount)(operator, { ...plainDiscount, ...more }));
    expect(await save({ endsAt: after(clock(), -day) })).toBe('discount-ends');
    const discountId = await makeDiscount({ startsAt: after(clock(), 2 * day) });
    expect(await save({ discountId, shown: 1, endsAt: after(clock(), day) })).toBe('discount-ends');
    expect(await save({ discountId, shown: 1, endsAt: after(clock(), 3 * day) })).toBe('done');
    expect(await save({ discountId, shown: 1, endsAt: after(clock(), 3 * day) })).toBe('discount-changed');
  });

  it('is for products that are there', async () => {
    const [operator, { id }] = [await makeOperator(), await makeProduct()];
    const save = (productIds: string[]) => transact(saveDiscount)(operator, { ...plainDiscount, productIds });
    expect(await refusal(save([crypto.randomUUID()]))).toBe('discount-products');
    const made = await save([crypto.randomUUID(), id]);
    expect(await db.discountProduct.findMany({ where: { discountId: made.id }, select: { productId: true } })).toEqual([
      { productId: id },
    ]);
  });

  it('that is over stays over from when it was, and does not run again where there is no room', async () => {
    const operator = await makeOperator();
    const [begun, ended] = [after(clock(), -2 * day), after(clock(), -day)];
    const over = await makeDiscount({ startsAt: begun, endsAt: ended });
    expect(await refusal(transact(endDiscount)(operator, { discountId: over, shown: 1 }))).toBe('discount-changed');
    expect((await db.discount.findUniqueOrThrow({ where: { id: over } })).endsAt).toEqual(ended);
    const row = { title: 'Full', titleZh: '满', kind: 'PERCENT', percent: 1, currency: 'EUR' } as const;
    await db.discount.createMany({
      data: Array.from({ length: mostLive }, () => ({ ...row, startsAt: begun, createdAt: begun })),
    });
    const change = { ...plainDiscount, discountId: over, shown: 1, startsAt: begun };
    expect(await refusal(transact(saveDiscount)(operator, { ...change, endsAt: null }))).toBe('discounts-full');
    expect(await refusal(transact(saveDiscount)(operator, { ...change, endsAt: ended }))).toBe('done');
  });

  it('that the database is told to take off nothing is refused by it', async () => {
    const id = await makeDiscount();
    for (const data of [{ percent: 0 }, { percent: 101 }, { used: -1 }])
      await expect(db.discount.update({ where: { id }, data })).rejects.toThrow();
  });
});
