import { getBegunPrice, hasFallen } from '@/lib/catalog/queries/product-prices';
import { system } from '@/lib/core/actor';
import { inTransaction, reading, transact, type Ctx } from '@/lib/core/context';
import type { RecordedEvent } from '@/lib/core/events';
import { Refused } from '@/lib/core/errors';
import { enqueue, enqueueEach } from '@/lib/core/jobs';
import { after, hour } from '@/lib/core/time';
import { mostProtectedDays } from '@/lib/markets/queries';
import { protectPrice } from '@/lib/orders/commands';
import { protectOrderJob, protectPricesJob } from '@/lib/orders/jobs';
import { listProtectedOrders } from '@/lib/orders/protected-orders';
import { countRefunded } from '@/lib/returns/queries';

/** So many orders are looked up at once. */
const atOnce = 500;

/** A price began: who paid more for the same shortly before may get the difference back. */
export async function lookForProtected(ctx: Ctx, { payload }: RecordedEvent<'price.began'>): Promise<void> {
  await enqueue(ctx.db, protectPricesJob, { priceId: payload.priceId, afterId: null });
}

/** Finds the orders that a price may concern, some at a time, each for a job of its own. */
export async function protectPrices({ priceId, afterId }: { priceId: string; afterId: string | null }): Promise<void> {
  await inTransaction(system, async (ctx) => {
    const price = await getBegunPrice(ctx, { priceId });
    // Who paid more than a price that rose was given the difference when the lower one before it began.
    if (!price || !(await hasFallen(ctx, price))) return;
    const { variantId, currency, from: began } = price;
    const days = await mostProtectedDays(ctx);
    if (days === null) return;
    const ids = await listProtectedOrders(ctx, { variantId, currency, began, days, afterId, limit: atOnce });
    await enqueueEach(
      ctx.db,
      protectOrderJob,
      ids.map((orderId) => ({ orderId, priceId })),
    );
    if (ids.length === atOnce) await enqueue(ctx.db, protectPricesJob, { priceId, afterId: ids.at(-1)! });
  });
}

/** Protects one order against one price; while another refund of the order is running it is put off. Answers what goes back, in minor units. */
export async function protectOrder({ orderId, priceId }: { orderId: string; priceId: string }): Promise<number> {
  const read = reading(system);
  const price = await getBegunPrice(read, { priceId });
  if (!price) return 0;
  const { counts: backOfLines } = await countRefunded(read, { orderId });
  try {
    return await transact(protectPrice)(system, { orderId, price, backOfLines });
  } catch (error) {
    if (!(error instanceof Refused && error.code === 'refund-running')) throw error;
    await enqueue(read.db, protectOrderJob, { orderId, priceId }, { runAt: after(read.now, hour) });
    return 0;
  }
}
