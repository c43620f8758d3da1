import type { Ctx } from '@/lib/core/context';
import { audit } from '@/lib/core/audit';
import { allow } from '@/lib/core/errors';

import { canEditProducts } from '../policy';

/** Puts a scheduled draft on show once its moment has come; answers whether it did. A draft that was moved or rescheduled stays. */
export async function publishProduct(ctx: Ctx, { productId }: { productId: string }): Promise<boolean> {
  allow(canEditProducts(ctx.actor));
  const [shown] = await ctx.db.product.updateManyAndReturn({
    where: { id: productId, status: 'DRAFT', publishAt: { lte: ctx.now } },
    data: { status: 'ACTIVE', publishAt: null, updatedAt: ctx.now, version: { increment: 1 } },
    select: { handle: true, title: true, version: true },
  });
  if (!shown) return false;
  const { handle, title, version } = shown;
  await ctx.db.productChange.create({ data: { productId, version, parts: ['status'], at: ctx.now } });
  await audit(ctx, { act: 'product.publish', subject: ['product', productId], detail: { version, title } });
  await ctx.emit('product.changed', { productId });
  ctx.touch('products', `product:${handle}`, 'drops', 'home');
  return true;
}
