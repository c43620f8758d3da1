import type { PaymentState } from '@/lib/core/prisma-client/enums';
import type { Ctx } from '@/lib/core/context';
import { Refused } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import type { Raw } from '@/lib/core/raw';
import { gatewayFor } from '@/lib/outside/payments';

import { dueOf } from '../due';

type Unpaid = { id: string; totalMinor: number; creditMinor: number; currency: string };

/** The payment of an unpaid order that may still be used, or a new one where the last came to nothing. */
export async function beginPayment({ db, now }: Ctx<Raw>, order: Unpaid): Promise<string> {
  const [open] = await db.$queryRaw<{ id: string; state: PaymentState }[]>`
    SELECT "id", "state" FROM "Payment" WHERE "orderId" = ${order.id}::uuid AND "state" IN ('STARTING', 'OPEN', 'REVIEW') ORDER BY "state" = 'REVIEW' DESC LIMIT 1`;
  if (open?.state === 'REVIEW')
    throw new Refused('payment-in-review', 'Money has come for this order that staff must look at');
  if (open) return open.id;
  const dueMinor = dueOf(order);
  const [paymentId, stepId] = [uuid7(now), uuid7(now)];
  await db.$executeRaw`
    WITH step AS (INSERT INTO "OrderStep" ("id", "orderId", "kind", "at") VALUES (${stepId}::uuid, ${order.id}::uuid, 'PAYMENT_STARTED', ${now}::timestamptz))
    INSERT INTO "Payment" ("id", "orderId", "provider", "amountMinor", "currency", "createdAt")
    VALUES (${paymentId}::uuid, ${order.id}::uuid, ${gatewayFor(dueMinor)}, ${dueMinor}, ${order.currency}, ${now}::timestamptz)`;
  return paymentId;
}
