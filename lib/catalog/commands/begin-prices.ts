import type { Ctx } from '@/lib/core/context';
import { allow } from '@/lib/core/errors';

import { canEditProducts } from '../policy';
import { collectProducts } from './collect-products';

/** A price that holds since a moment ago. */
type Begun = { priceId: string; variantId: string; productId: string; handle: string };

/**
 * Notes of prices whose moment has come that they hold, the oldest first, few at a time: their pages are made again, collections by price follow, and
 * `price.began` is told once of each, by however many processes. Answers how many.
 */
export async function beginPrices(ctx: Ctx, { limit }: { limit: number }): Promise<number> {
  allow(canEditProducts(ctx.actor));
  const begun = await ctx.db.$queryRaw<Begun[]>`
    UPDATE "Price" n SET "begunAt" = ${ctx.now}::timestamptz
    FROM (
      SELECT "id" FROM "Price" WHERE "begunAt" IS NULL AND "from" <= ${ctx.now}::timestamptz ORDER BY "from", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) due, "Variant" v, "Product" p
    WHERE n."id" = due."id" AND v."id" = n."variantId" AND p."id" = v."productId"
    RETURNING n."id" AS "priceId", n."variantId", p."id" AS "productId", p."handle"`;
  if (begun.length === 0) return 0;
  await collectProducts(ctx, { productIds: [...new Set(begun.map(({ productId }) => productId))] });
  for (const { priceId, variantId } of begun) await ctx.emit('price.began', { priceId, variantId });
  ctx.touch('products', 'drops', 'home', ...new Set(begun.map(({ handle }) => `product:${handle}`)));
  return begun.length;
}
