import { system } from '@/lib/core/actor';
import { inTransaction, reading, type Ctx } from '@/lib/core/context';
import { log } from '@/lib/core/log';
import { bookMoves, holdBooks, turnTo } from '@/lib/accounting/commands';
import { bookedOf } from '@/lib/accounting/queries';
import { wantedMoves } from '@/lib/accounting/wanted-moves';
import { listChangedMoney, moneyOf, placeChanges, type MoneyRow } from '@/lib/orders/order-money';
import { isMoney } from '@/lib/outside/payments/is-money';

const atOnce = 200;
const mostBatches = 50;

/**
 * Writes into the books what happened to the money of orders since it was last done, after the commits in which it did: no buyer waits for it. Answers
 * how many orders were looked at. What is left after ten thousand of them is done the next time.
 */
export async function bookChanges(now: Date): Promise<number> {
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
  const together = () =>
    inTransaction(
      system,
      async (ctx) => {
        const rows = await listChangedMoney(ctx, { after: await holdBooks(ctx), limit: atOnce });
        await book(ctx, rows);
        await endAt(ctx, rows);
        return rows.length;
      },
      { now },
    );
  return together().catch((error: unknown) => {
    log.warn({ err: error }, 'books are written order by order');
    return oneByOne(now);
  });
}

// One order that cannot be booked does not keep its neighbours from it; the proof names it.
async function oneByOne(now: Date): Promise<number> {
  const write = <T>(run: (ctx: Ctx) => Promise<T>) => inTransaction(system, run, { now });
  const from = await write(holdBooks);
  const rows = await listChangedMoney(reading(system, now), { after: from, limit: atOnce });
  for (const row of rows)
    await write(async (ctx) => {
      await holdBooks(ctx);
      await book(ctx, [row]);
    }).catch((error: unknown) => log.error({ err: error, orderId: row.id }, 'the money of an order cannot be booked'));
  await write(async (ctx) => {
    if ((await holdBooks(ctx)) === from) await endAt(ctx, rows);
  });
  return rows.length;
}

async function endAt(ctx: Ctx, rows: readonly MoneyRow[]): Promise<void> {
  const last = rows.at(-1)?.place;
  if (last) await turnTo(ctx, last);
}

async function book(ctx: Ctx, rows: readonly MoneyRow[]): Promise<void> {
  const booked = await bookedOf(
    ctx,
    rows.map(({ id }) => id),
  );
  await bookMoves(
    ctx,
    rows.flatMap((row) => {
      const order = moneyOf(row);
      return wantedMoves({ ...order, came: order.came.filter(isMoney) }, booked.get(row.id) ?? []);
    }),
  );
}
