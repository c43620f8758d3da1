import { beforeEach, describe, expect, it } from 'vitest';

import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { after, clock, minute } from '@/lib/core/time';
import { truncateAll } from '@/tests/support/database';
import { makeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { editProduct } from './commands';
import { editProductInput } from './edit-schema';

let owner: Actor;

beforeEach(async () => {
  await truncateAll();
  owner = await makeMember({ roles: ['PRODUCT_OWNER'] });
});

describe('the price of an announced drop', () => {
  const reprice = async (wish: Parameters<typeof makeDrop>[0], change: object) => {
    const { productId, variantIds } = await makeDrop({ units: [5, 5], ...wish });
    const variants = ['Colour 0', 'Colour 1'].map((name, place) => ({
      ...{ id: variantIds[place], options: [name], titleZh: '', sku: '', barcode: '', price: '129', grams: '40' },
      ...{ hsCode: '', origin: '', battery: 'NONE', ...(place === 0 && change) },
    }));
    const grid = JSON.stringify({ currency: 'USD', optionNames: ['Colour'], variants });
    const typed = { locale: 'en', title: 'Lamp', markdown: '', state: 'ACTIVE', productId, shown: 1, grid };
    return refusal(transact(editProduct)(owner, editProductInput.parse(typed)));
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
