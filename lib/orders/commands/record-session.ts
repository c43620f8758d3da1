import type { Ctx } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { batched, coalesceNext } from '@/lib/core/batching';

export type RecordSession = { paymentId: string; sessionId: string; url: string | null };

/** Remembers which session the gateway opened for a payment; those of one moment by one statement, which needs no transaction. */
export const recordSession: (session: RecordSession) => Promise<void> = batched(async (sessions: RecordSession[]) => {
  await db.$executeRaw`
    UPDATE "Payment" p SET "state" = 'OPEN', "sessionId" = opened.session, "url" = opened.url
    FROM unnest(${sessions.map(({ paymentId }) => paymentId)}::uuid[], ${sessions.map(({ sessionId }) => sessionId)}::text[], ${sessions.map(({ url }) => url)}::text[])
      AS opened(payment, session, url) WHERE p."id" = opened.payment AND p."state" = 'STARTING'`;
  return sessions.map(() => undefined);
}, coalesceNext);

/** Closes a payment whose gateway knows no session of it: it opened none and no longer will, or knows the one that it opened no more. */
export async function abandonPayment(
  ctx: Ctx,
  { paymentId, sessionId }: { paymentId: string; sessionId: string | null },
): Promise<void> {
  await ctx.db.payment.updateMany({
    where: { id: paymentId, sessionId, state: sessionId === null ? 'STARTING' : 'OPEN' },
    data: { state: 'EXPIRED', settledAt: ctx.now },
  });
}
