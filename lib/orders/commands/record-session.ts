import type { Ctx } from '@/lib/core/context';

export type RecordSession = { paymentId: string; sessionId: string; url: string | null };

/** Remembers which session the gateway opened for a payment: one statement, so it needs no transaction. */
export async function recordSession({ db }: Pick<Ctx, 'db'>, { paymentId, sessionId, url }: RecordSession): Promise<void> {
  await db.$executeRaw`UPDATE "Payment" SET "state" = 'OPEN', "sessionId" = ${sessionId}, "url" = ${url} WHERE "id" = ${paymentId}::uuid AND "state" = 'STARTING'`;
}

/** Closes a payment that the gateway never opened a session for and no longer will. */
export async function abandonPayment(ctx: Ctx, { paymentId }: { paymentId: string }): Promise<void> {
  await ctx.db.payment.updateMany({ where: { id: paymentId, state: 'STARTING' }, data: { state: 'EXPIRED', settledAt: ctx.now } });
}
