import { beforeEach, describe, expect, it } from 'vitest';

import { system, type Actor } from '@/lib/core/actor';
import { inTransaction, transact, type Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { announceDrop } from '@/lib/drops/commands';
import { truncateAll, untilWaiting } from '@/tests/support/database';
import { makeDrop, makeOperator } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { editProduct, saveProduct, setPrices } from './commands';
import { editProductInput } from './edit-schema';

let owner: Actor;

beforeEach(async () => {
  await truncateAll();
  owner = await makeMember({ roles: ['PRODUCT_OWNER'] });
});

type Made = Awaited<ReturnType<typeof makeDrop>>;

function formOf({ productId, variantIds }: Made, change: object) {
  const variants = ['Colour 0', 'Colour 1'].map((name, place) => ({
    ...{ id: variantIds[place], options: [name], titleZh: '', sku: '', barcode: '', price: '129', grams: '40' },
    ...{ hsCode: '', origin: '', battery: 'NONE', ...(place === 0 && change) },
  }));
  const grid = JSON.stringify({ currency: 'USD', optionNames: ['Colour'], variants });
  const typed = { locale: 'en', title: 'Lamp', markdown: '', state: 'ACTIVE', productId, shown: 1, grid };
  return editProductInput.parse(typed);
}

describe('the price of an announced drop', () => {
  const reprice = async (wish: Parameters<typeof makeDrop>[0], change: object) => {
    const made = await makeDrop({ units: [5, 5], ...wish });
    return refusal(transact(editProduct)(owner, formOf(made, change)));
  };
  it.each<[string, Parameters<typeof makeDrop>[0], object, string]>([
    ['stays while it runs', {}, { price: '139' }, 'price-in-drop'],
    [
      'stays before it opens',
      { opensAt: after(clock(), minute), closesAt: after(clock(), 2 * minute) },
      { price: '99' },
      'price-in-drop',
    ],
    ['may change before it is announced', { announced: false }, { price: '139' }, 'done'],
    [
      'may change once it is over',
      { opensAt: after(clock(), -2 * minute), closesAt: after(clock(), -minute) },
      { price: '139' },
      'done',
    ],
    ['is all that stays', {}, { grams: '41' }, 'done'],
  ])('%s', async (_, wish, change, end) => {
    expect(await reprice(wish, change)).toBe(end);
  });
});

describe('a price that is changed while its drop is announced', () => {
  const unlocked = (ctx: Ctx): Ctx => {
    const db = new Proxy(ctx.db, {
      get: (target, key) => (key === '$executeRaw' ? async () => 0 : (Reflect.get(target, key) as unknown)),
    });
    return { ...ctx, db };
  };
  const plan = async () => {
    const opensAt = after(clock(), minute);
    const wish = { units: [5, 5], announced: false, opensAt, closesAt: after(opensAt, minute) };
    return { made: await makeDrop(wish), operator: await makeOperator() };
  };
  const priceOf = async ({ variantIds }: Made) => {
    const where = { variantId: variantIds[0]!, until: null };
    return (await db.price.findFirstOrThrow({ where, select: { amountMinor: true } })).amountMinor;
  };

  it('waits for the announcement, and is refused', async () => {
    const { made, operator } = await plan();
    let late: Promise<string> | undefined;
    await inTransaction(operator, async (ctx) => {
      await announceDrop(ctx, { dropId: made.id });
      late = refusal(transact(editProduct)(owner, formOf(made, { price: '139' })));
      await untilWaiting(1);
    });
    expect(await late).toBe('price-in-drop');
    expect(await priceOf(made)).toBe(12_900);
  });

  it('is announced as it was changed, where it was first', async () => {
    const { made, operator } = await plan();
    let late: Promise<string> | undefined;
    await inTransaction(owner, async (ctx) => {
      await editProduct(ctx, formOf(made, { price: '139' }));
      late = refusal(transact(announceDrop)(operator, { dropId: made.id }));
      await untilWaiting(1);
    });
    expect(await late).toBe('done');
    expect(await priceOf(made)).toBe(13_900);
  });

  it('would change under the announcement without their turns (control)', async () => {
    const { made, operator } = await plan();
    await inTransaction(operator, async (ctx) => {
      await announceDrop(ctx, { dropId: made.id });
      await inTransaction(owner, (other) => editProduct(unlocked(other), formOf(made, { price: '139' })));
    });
    expect(await priceOf(made)).toBe(13_900);
  });
});

describe('by other ways than its form', () => {
  const stage = async (wish: Parameters<typeof makeDrop>[0] = {}) => {
    const made = await makeDrop({ units: [5, 5], ...wish });
    const { handle } = await db.product.findUniqueOrThrow({ where: { id: made.productId } });
    return { made, handle };
  };
  const bring = (handle: string, priceMinor: number, html: string, currency = 'USD') => {
    const variants = [0, 1].map((at) => ({ title: `Colour ${at}`, options: [`Colour ${at}`], priceMinor, currency }));
    return refusal(transact(saveProduct)(system, { handle, title: 'Lamp', status: 'ACTIVE', html, variants }));
  };
  const set = ({ variantIds }: Made, more: object = {}) =>
    refusal(
      transact(setPrices)(owner, { variantIds: [variantIds[0]!], currency: 'USD', amountMinor: 13_900, ...more }),
    );

  it('stays where a file is imported, whose other changes come with the same price', async () => {
    const { made, handle } = await stage();
    await db.variant.updateMany({ where: { productId: made.productId }, data: { options: [] } });
    for (const [at, id] of made.variantIds.entries())
      await db.variant.update({ where: { id }, data: { options: [`Colour ${at}`] } });
    expect(await bring(handle, 13_900, '<p>new</p>')).toBe('price-in-drop');
    expect((await db.product.findUniqueOrThrow({ where: { handle } })).html).not.toContain('new');
    expect(await bring(handle, 12_900, '<p>new</p>')).toBe('done');
    const euro = { currency: 'EUR', amountMinor: 12_900, from: new Date(0) };
    await db.price.createMany({ data: made.variantIds.map((variantId) => ({ ...euro, variantId })) });
    expect(await bring(handle, 12_900, '<p>newer</p>', 'EUR')).toBe('price-in-drop');
  });

  it('stays where a price is set for a moment of the drop, and may change from its end on', async () => {
    const closesAt = after(clock(), 2 * minute);
    const { made } = await stage({ closesAt });
    expect(await set(made)).toBe('price-in-drop');
    expect(await set(made, { from: after(closesAt, -1000) })).toBe('price-in-drop');
    expect(await set(made, { from: closesAt })).toBe('done');
  });
});
