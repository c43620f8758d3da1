import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { saveProduct } from '@/lib/catalog/commands';
import { askOwnersOf } from '@/lib/ownership/commands';

import { products } from './products';
import type { World } from './world';

const save = transact(saveProduct);
const ask = transact(askOwnersOf);

/** The demo brand's three products, each with the question that it asks its owners. */
export async function seedCatalog(world: World): Promise<void> {
  for (const [at, { question, ...product }] of products.entries()) {
    const options = { now: world.ago(120 - at * 20) };
    const { id } = await save(system, product, options);
    await ask(system, { productId: id, ...question }, options);
    world.products[product.handle] = await readBack(id);
  }
}

async function readBack(id: string): Promise<World['products'][string]> {
  const variants = await db.variant.findMany({
    where: { productId: id },
    orderBy: { position: 'asc' },
    select: { id: true, title: true },
  });
  return { id, variants: Object.fromEntries(variants.map((variant) => [variant.title, variant.id])) };
}
