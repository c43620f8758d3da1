import { memberId } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/context';
import { uuid7 } from '@/lib/core/ids';
import type { OrderStepKind } from '@/lib/core/prisma-client/enums';
import type { Raw } from '@/lib/core/raw';

/** Adds a step to the timeline that an order's buyer reads. */
export async function addStep(
  { db, actor, now }: Ctx<Raw>,
  { orderId, kind, note = '' }: { orderId: string; kind: OrderStepKind; note?: string },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "OrderStep" ("id", "orderId", "kind", "note", "byId", "at")
    VALUES (${uuid7(now)}::uuid, ${orderId}::uuid, ${kind}::"OrderStepKind", ${note}, ${memberId(actor)}::uuid, ${now}::timestamptz)`;
}
