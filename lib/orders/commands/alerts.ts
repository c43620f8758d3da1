import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { memberId } from '@/lib/core/actor';
import { allow, found } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import type { OrderAlertKind } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

import { canRefund } from '../policy';
import { lockOrder } from '../sql';

type About = { orderId: string; paymentId: string; kind: OrderAlertKind };

/** Puts an order among those that staff must look at, and tells them; once, while it stands there for the same payment. */
export async function raiseAlert(ctx: Ctx<Raw>, { orderId, paymentId, kind }: About): Promise<void> {
  const raised = await ctx.db.$executeRaw`
    INSERT INTO "OrderAlert" ("id", "orderId", "paymentId", "kind", "at")
    SELECT ${uuid7(ctx.now)}::uuid, ${orderId}::uuid, ${paymentId}::uuid, ${kind}::"OrderAlertKind", ${ctx.now}::timestamptz
    WHERE NOT EXISTS (SELECT 1 FROM "OrderAlert" WHERE "paymentId" = ${paymentId}::uuid AND "kind" = ${kind}::"OrderAlertKind" AND "closedAt" IS NULL)`;
  if (raised === 1) await ctx.emit('order.alerted', { orderId, kind });
}

/** Takes an order from that list where what stood there of a payment is solved. */
export async function solveAlerts(
  { db, now }: Ctx<Raw>,
  { paymentId, kinds }: { paymentId: string; kinds: OrderAlertKind[] },
): Promise<void> {
  await db.$executeRaw`
    UPDATE "OrderAlert" SET "closedAt" = ${now}::timestamptz WHERE "paymentId" = ${paymentId}::uuid AND "kind" = ANY(${kinds}::"OrderAlertKind"[]) AND "closedAt" IS NULL`;
}

/** Takes an order from that list because one of the staff has seen to it, in a way that the store cannot know of. */
export async function closeAlert(ctx: Ctx, { number, reason }: { number: string; reason: string }): Promise<void> {
  allow(canRefund(ctx.actor), 'not-found');
  const orderId = found(await lockOrder(ctx.db, number));
  await ctx.db.orderAlert.updateMany({
    where: { orderId, closedAt: null },
    data: { closedAt: ctx.now, closedById: memberId(ctx.actor) },
  });
  await audit(ctx, { act: 'order.closeAlert', subject: ['order', orderId], reason, detail: { number } });
}
