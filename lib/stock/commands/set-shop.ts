import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found } from '@/lib/core/errors';

import { canEditStock } from '../policy';
import type { ShopInput } from '../schema';

/** Says whether the shop sells what is open of a variant, and from how few units on it runs low. */
export async function setShop(ctx: Ctx, { variantId, inShop, lowAt }: ShopInput): Promise<void> {
  allow(canEditStock(ctx.actor));
  const { count } = await ctx.db.stockedVariant.updateMany({ where: { id: variantId }, data: { inShop, lowAt } });
  found(count > 0, 'variant');
  const detail = { shop: inShop ? 'yes' : 'no', ...(lowAt !== null && { lowAt }) };
  await audit(ctx, { act: 'stock.setShop', subject: ['variant', variantId], detail });
}
