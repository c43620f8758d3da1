import type { Ctx } from '@/lib/core/context';
import type { Raw } from '@/lib/core/raw';

import { updatePaid, type LockedPayment } from '../sql';

export type Taken = { payment: LockedPayment; sessionId: string; paymentRef: string | null };

/** Settles a payment whose unit is kept; `late` says that the hold had ended and a unit was still free. */
export async function markPaid(ctx: Ctx<Raw>, { late, ...taken }: Taken & { late: boolean }): Promise<void> {
  const { orderId } = taken.payment;
  await updatePaid(ctx.db, { ...taken, late, at: ctx.now });
  await ctx.emit('order.paid', { orderId });
  if (late) await ctx.emit('order.paidLate', { orderId, honoured: true });
}
