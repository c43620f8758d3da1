import type { Ctx } from '@/lib/core/context';

import { collectionsTag } from '../choices/collections-tag';
import { placeByRules } from './place-by-rules';

/** Brings the collections by rules up to date for products that changed, and the pages that show them. Safe to repeat. */
export async function collectProducts(ctx: Ctx, { productIds }: { productIds: readonly string[] }): Promise<void> {
  const changed = await placeByRules(ctx, { productIds });
  if (changed.length > 0) ctx.touch(collectionsTag, 'products');
}
