import { saveCollection } from '@/lib/catalog/commands';
import { saveCollectionInput } from '@/lib/catalog/collection-schema';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';

import type { World } from './world';

/** One collection that was put together, and one that keeps itself. */
export async function seedCollections(world: World): Promise<void> {
  const products = await db.product.findMany({
    where: { status: 'ACTIVE' },
    orderBy: { handle: 'asc' },
    take: 3,
    select: { id: true },
  });
  const save = transact((ctx, form: object) => saveCollection(ctx, saveCollectionInput.parse(form)));
  const shown = { shown: '0', currency: 'USD', listed: 'on' };
  await save(
    world.cast.pm!,
    {
      ...{ ...shown, title: 'First picks', titleZh: '入门之选', kind: 'HAND', sort: 'PLACED' },
      ...{
        lead: 'Where most people begin: what owners recommend first.',
        leadZh: '大多数人从这里开始：老用户最先推荐的几款产品。',
        products: products.map(({ id }) => id),
      },
    },
    { now: world.ago(20) },
  );
  await save(
    world.cast.pm!,
    {
      ...{ ...shown, title: 'Under $100', titleZh: '100 美元以内', kind: 'RULES', sort: 'CHEAPEST' },
      ...{ 'rule.0': 'PRICE_BELOW', 'value.0': '100', lead: '', leadZh: '' },
    },
    { now: world.ago(12) },
  );
}
