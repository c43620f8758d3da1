import type { Ctx } from '@/lib/core/context';

export type RecordSession = { paymentId: string; sessionId: string; url: string | null };

/** Remembers which session the gateway opened for a payment. */
export async function recordSession(ctx: Ctx, { paymentId, sessionId, url }: RecordSession): Promise<void> {
  await ctx.db.payment.updateMany({ where: { id: paymentId, state: 'STARTING' }, data: { state: 'OPEN', sessionId, url } });
}

/** Closes a payment that the gateway never opened a session for and no longer will. */
export async function abandonPayment(ctx: Ctx, { paymentId }: { paymentId: string }): Promise<void> {
  await ctx.db.payment.updateMany({ where: { id: paymentId, state: 'STARTING' }, data: { state: 'EXPIRED', settledAt: ctx.now } });
}
