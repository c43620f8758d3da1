import type { Ctx } from '@/lib/core/context';
import { found } from '@/lib/core/errors';

/** Refuses a product that is not there. */
export async function requireProduct(ctx: Ctx, productId: string | null): Promise<void> {
  if (!productId) return;
  const [row] = await ctx.db.$queryRaw<
    { id: string }[]
  >`SELECT p."id" FROM catalog.product p WHERE p."id" = ${productId}::uuid`;
  found(row);
}
