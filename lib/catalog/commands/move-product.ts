import { memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, found, Refused } from '@/lib/core/errors';

import { canEditProducts, canMove } from '../policy';
import type { MoveProduct } from '../schema';

/**
 * Puts a product on show or into the archive and changes nothing else; a moment at which it was to go on show is forgotten. Refuses a move that
 * its status does not allow (`product-move`), and who saw an older version (`product-moved`).
 */
export async function moveProduct(ctx: Ctx, { productId, shown, status }: MoveProduct): Promise<void> {
  allow(canEditProducts(ctx.actor));
  const before = found(
    await ctx.db.product.findUnique({ where: { id: productId }, select: { version: true, status: true } }),
  );
  if (before.version !== shown) throw new Refused('product-moved', 'another version was saved meanwhile');
  if (before.status === status || !canMove(before.status, status)) throw new Refused('product-move', 'no such move');
  const [moved] = await ctx.db.product.updateManyAndReturn({
    where: { id: productId, version: shown },
    data: { status, publishAt: null, updatedAt: ctx.now, version: { increment: 1 } },
    select: { handle: true, title: true, version: true },
  });
  if (!moved) throw new Refused('product-moved', 'another version was saved meanwhile');
  const { handle, title, version } = moved;
  const parts = ['status'];
  await ctx.db.productChange.create({ data: { productId, version, actorId: memberId(ctx.actor), parts, at: ctx.now } });
  await audit(ctx, { act: 'product.edit', subject: ['product', productId], detail: { version, title, parts } });
  await ctx.emit('product.changed', { productId });
  ctx.touch('products', `product:${handle}`, 'drops', 'home');
}
