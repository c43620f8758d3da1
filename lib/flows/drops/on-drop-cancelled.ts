import { system } from '@/lib/core/actor';
import { inTransaction, type Ctx, type Options } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { enqueue } from '@/lib/core/jobs';
import { cancelUnpaid } from '@/lib/orders/commands';
import { refundWhatIsLeft } from '@/lib/orders/commands/request-refund';
import { listOrdersToUndo } from '@/lib/orders/queries';
import { lockPayment } from '@/lib/orders/sql';

import { closePayment } from '../orders/ask-gateway';
import { closeSessionJob } from '@/lib/orders/jobs';

/** Undoes the orders of a drop that was called off: what is paid goes back, what is unpaid is closed at the gateway. */
export async function undoOrders(ctx: Ctx, { payload }: RecordedEvent<'drop.cancelled'>): Promise<void> {
  for (const order of await listOrdersToUndo(ctx, payload)) {
    if (order.state === 'PAID') await refundWhatIsLeft(ctx, { number: order.number, reason: 'drop-cancelled' });
    else if (order.payments.length === 0) await cancelUnpaid(ctx, order, 'drop-cancelled');
    for (const { id } of order.payments) await enqueue(ctx.db, closeSessionJob, { paymentId: id });
  }
}

/** Closes one payment of a drop that was called off, then its order. Money that came first is refunded by its settling. */
export async function closeSession({ paymentId }: { paymentId: string }, options: Options = {}): Promise<void> {
  await closePayment(paymentId, options);
  await inTransaction(
    system,
    async (ctx) => {
      const payment = await lockPayment(ctx.db, paymentId);
      const over = payment?.state === 'EXPIRED' || payment?.state === 'FAILED';
      if (payment && over && payment.dropCancelled)
        await cancelUnpaid(ctx, { id: payment.orderId, state: payment.orderState }, 'drop-cancelled');
    },
    options,
  );
}
