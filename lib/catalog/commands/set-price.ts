import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { takeTurns } from '@/lib/core/take-turns';

import { canEditProducts } from '../policy';
import { pricesOf } from '../published';
import { priceInput, type PriceInput } from '../schema';
import { putPrice } from './put-price';

/**
 * Sets what a variant costs in a currency from a moment (now unless given) until another, or until further notice. After
 * `until` the price goes on that held before; a price of the past is never changed, so the history stays.
 */
export async function setPrice(ctx: Ctx, input: PriceInput): Promise<void> {
  allow(canEditProducts(ctx.actor));
  const { variantId, from: wished, ...price } = priceInput.parse(input);
  const variant = found(
    await ctx.db.variant.findUnique({
      where: { id: variantId },
      select: { product: { select: { id: true, handle: true } } },
    }),
  );
  if (wished && wished < ctx.now) throw new Refused('price-in-past', 'It would begin in the past', { field: 'from' });
  const from = wished ?? ctx.now;
  if (price.until && price.until <= from)
    throw new Refused('price-ends-early', 'It would end before it begins', { field: 'until' });
  await takeTurns(ctx.db, pricesOf(variant.product.id));
  await putPrice(ctx, variantId, { ...price, from });
  const { id, handle } = variant.product;
  await audit(ctx, { act: 'product.price', subject: ['product', id] });
  ctx.touch('products', `product:${handle}`, 'home');
}
