import { beforeEach, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { getDrop } from '@/lib/drops/queries';
import { getMarket } from '@/lib/markets/queries';
import { saveMarket } from '@/lib/markets/commands';
import { makeDrop, type MadeDrop } from '@/tests/support/drop-factories';
import { makeMember } from '@/tests/support/factories';

import { landedOf, sellerName } from './landed-of';

let drop: MadeDrop;
beforeEach(async () => void (drop = await makeDrop({ units: [5, 5, 5] })));

const landed = async () => {
  const [found, market] = await Promise.all([getDrop(reading(), { slug: drop.slug }), getMarket(reading())]);
  return landedOf(found!, { market, locale: 'en', home: 'USD' });
};

it('tells each country that the drop goes to, once for variants that cost and weigh the same', async () => {
  await db.variant.update({ where: { id: drop.variantIds[2]! }, data: { grams: 900 } });
  const all = await landed();
  expect(all.map(({ variantIds }) => variantIds)).toEqual([drop.variantIds.slice(0, 2), [drop.variantIds[2]]]);
  expect(all[0]!.countries).toHaveLength(15);
  await db.drop.update({ where: { id: drop.id }, data: { regions: ['DE', 'US'] } });
  const [first] = await landed();
  expect(first!.countries).toEqual([
    {
      ...{
        value: 'DE',
        label: 'Germany',
        days: 'Delivery takes 4 to 8 working days.',
        takes: { packing: 2, days: [4, 8] },
        regions: [],
      },
      bill: { goods: '$129.00', shipping: '$12.00', taxIncluded: '$22.51', total: '$141.00' },
    },
    {
      ...{
        value: 'US',
        label: 'United States',
        days: 'Delivery takes 2 to 5 working days.',
        takes: { packing: 2, days: [2, 5] },
        regions: [],
      },
      bill: { goods: '$129.00', shipping: '$9.00', tax: '$0.00', total: '$138.00' },
    },
  ]);
});

it('follows what staff save, and names the brand where they name no seller', async () => {
  const { version, seller } = await getMarket(reading());
  const admin = await makeMember({ roles: ['ADMIN'] });
  await transact(saveMarket)(admin, {
    shown: version,
    locale: 'en',
    data: { zones: [], seller: { ...seller, name: '' } },
  });
  expect((await landed())[0]!.countries).toEqual([]);
  expect(sellerName(await getMarket(reading()), { en: 'Fox', zh: '狐' }, 'zh')).toBe('狐');
});
