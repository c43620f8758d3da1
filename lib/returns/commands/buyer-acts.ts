import type { Ctx } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';

import { holdReturn, moveReturn } from './move-return';

/** The buyer of an order keeps its goods after all, before they are sent. The caller has asked whose order it is. */
export async function cancelReturn(
  ctx: Ctx,
  { returnId, orderId }: { returnId: string; orderId: string },
): Promise<void> {
  const held = await ofOrder(ctx, { returnId, orderId }, 'CANCELLED');
  await moveReturn(ctx, held, { state: 'CANCELLED' });
}

export type NoteSent = { returnId: string; orderId: string; carrier: string; tracking: string };

/** Notes that the goods are on their way back, and how they are followed; said again, it is corrected. */
export async function noteSent(ctx: Ctx, { returnId, orderId, carrier, tracking }: NoteSent): Promise<void> {
  const held = await ofOrder(ctx, { returnId, orderId }, 'ON_THE_WAY');
  await moveReturn(ctx, held, { state: 'ON_THE_WAY', carrier, tracking });
}

async function ofOrder(
  ctx: Ctx,
  { returnId, orderId }: { returnId: string; orderId: string },
  to: 'CANCELLED' | 'ON_THE_WAY',
) {
  const known = await ctx.db.return.count({ where: { id: returnId, orderId } });
  if (known === 0) throw notFound('return');
  return holdReturn(ctx, returnId, to);
}
