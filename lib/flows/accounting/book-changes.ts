import { system } from '@/lib/core/actor';
import { batchOrEach } from '@/lib/core/batch-or-each';
import { inTransaction, reading, type Ctx } from '@/lib/core/context';
import { readMarket } from '@/lib/core/current-market';
import { log } from '@/lib/core/log';
import { after, day } from '@/lib/core/time';
import { bookCredit, bookMoves, holdBooks, turnTo } from '@/lib/accounting/commands';
import { bookedOf } from '@/lib/accounting/queries';
import { wantedMoves } from '@/lib/accounting/wanted-moves';
import { listChanged, listMoney, moneyOf, placeChanges } from '@/lib/orders/order-money';
import { isMoney } from '@/lib/outside/payments/is-money';

const atOnce = 200;
const mostBatches = 50;

/**
 * Writes into the books what happened to the money of orders since it was last done, after the commits in which it did: no buyer waits for it. Answers
 * how many orders were looked at. What is left after ten thousand of them is done the next time. Credit that was given is looked for from a moment on.
 */
export async function bookChanges(now: Date, { since = after(now, -2 * day) }: { since?: Date } = {}): Promise<number> {
  const { market } = await readMarket();
  await inTransaction(
    system,
    async (ctx) => {
      await holdBooks(ctx);
      await bookCredit(ctx, { since, market });
    },
    { now },
  );
  await placeChanges(reading(system, now));
  let seen = 0;
  for (let batch = 0; batch < mostBatches; batch++) {
    const count = await bookBatch(now);
    seen += count;
    if (count < atOnce) break;
  }
  return seen;
}

async function bookBatch(now: Date): Promise<number> {
  const write = <T>(run: (ctx: Ctx) => Promise<T>) => inTransaction(system, run, { now });
  const from = await write(holdBooks);
  const rows = await listChanged(reading(system, now), { after: from, limit: atOnce });
  // One order that cannot be booked does not keep its neighbours from it; the proof names it.
  await batchOrEach(
    (some: { id: string }[]) =>
      write(async (ctx) => {
        await holdBooks(ctx);
        await book(
          ctx,
          some.map(({ id }) => id),
        );
        return some.map(() => true);
      }).catch((error: unknown) => {
        if (some.length === 1)
          log.error({ err: error, orderId: some[0]!.id }, 'the money of an order cannot be booked');
        throw error;
      }),
    rows,
  );
  const last = rows.at(-1)?.place;
  // Who else wrote them meanwhile may have turned further.
  if (last) await write(async (ctx) => ((await holdBooks(ctx)) === from ? turnTo(ctx, last) : undefined));
  return rows.length;
}

// Read under the lock: who read before another process booked what happened since would book what is true no more, such as a refund that failed.
async function book(ctx: Ctx, orderIds: string[]): Promise<void> {
  const booked = await bookedOf(ctx, orderIds);
  const rows = await listMoney(ctx, orderIds);
  await bookMoves(
    ctx,
    rows.flatMap((row) => {
      const order = moneyOf(row);
      return wantedMoves({ ...order, came: order.came.filter(isMoney) }, booked.get(row.id) ?? []);
    }),
  );
}
