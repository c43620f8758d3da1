/** Two who move one balance at once, over connections of their own; each with a control in which what holds it is taken away. */
import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { redeemCard, spendCredit } from '@/lib/credit/commands';
import { writeAndProve } from '@/lib/flows/accounting/prove-books';
import { returnCreditOf } from '@/lib/flows/orders/credit-of-order';
import { endUnpaidOrders } from '@/lib/flows/orders/end-cart-order';
import { placeCartOrder } from '@/lib/flows/orders/place-cart-order';
import { refundOrder, runRefund } from '@/lib/flows/orders/refund-order';
import { payDemo, settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { cartOrderFor, makeShop, put } from '@/tests/support/cart-factories';
import {
  balanceOf,
  entriesOf,
  giveMember,
  makeCard,
  orderWithCredit,
  readOrder,
} from '@/tests/support/credit-factories';
import { makeFans, makeOperator } from '@/tests/support/drop-factories';
import { functionText } from '@/tests/support/function-text';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

const variant = async (units = 50) => (await makeShop(units)).variantIds[0]!;

/** Runs the work with a function's text changed, and afterwards as it is. */
async function changed<T>(name: string, change: (text: string) => string, work: () => Promise<T>): Promise<T> {
  const text = functionText(name);
  expect(change(text)).not.toBe(text);
  await pool.query(change(text));
  return work().finally(() => pool.query(text));
}

/** Runs the work without a constraint or an index of the migration, which is made again. */
async function without<T>(drop: string, make: string, work: () => Promise<T>): Promise<T> {
  await pool.query(drop);
  return work().finally(() => pool.query(make));
}
const withoutCheck = <T>(work: () => Promise<T>) =>
  without(
    'ALTER TABLE "CreditAccount" DROP CONSTRAINT "CreditAccount_balance"',
    `INSERT INTO "CreditEntry" ("accountId", "kind", "amountMinor", "at") SELECT "id", 'ADJUSTED', -"balanceMinor", now() FROM "CreditAccount" WHERE "balanceMinor" < 0;
     UPDATE "CreditAccount" SET "balanceMinor" = 0 WHERE "balanceMinor" < 0; ALTER TABLE "CreditAccount" ADD CONSTRAINT "CreditAccount_balance" CHECK ("balanceMinor" >= 0)`,
    work,
  );

describe('a gift card that eight carts spend at once', () => {
  // How much of it orders were paid with, of 40.00 that each would take whole.
  async function spentOf(): Promise<{ spent: number; ends: string[] }> {
    const [piece, card, buyers] = [await variant(), await makeCard('40.00'), await makeFans(8)];
    for (const buyer of buyers) await put(buyer, piece, 1);
    await db.cart.updateMany({
      where: { memberId: { in: buyers.map(({ id }) => id) } },
      data: { cardId: card.accountId },
    });
    const inputs = await Promise.all(
      buyers.map((buyer) => cartOrderFor(buyer, { useCredit: true, shownCredit: 4000 })),
    );
    const ends = await Promise.all(buyers.map((buyer, at) => refusal(placeCartOrder(buyer, inputs[at]!))));
    const { _sum } = await db.payment.aggregate({
      where: { provider: 'credit', order: { memberId: { in: buyers.map(({ id }) => id) } } },
      _sum: { amountMinor: true },
    });
    return { spent: Number(_sum.amountMinor ?? 0), ends };
  }
  // A rest before the update, so that all have looked before one writes.
  const rested = (text: string) =>
    text.replace('    UPDATE "CreditAccount"', '    PERFORM pg_sleep(0.2);\n    UPDATE "CreditAccount"');

  it('pays one of them, and the others are told that it changed', async () => {
    const { spent, ends } = await changed('credit/take_credit', rested, spentOf);
    expect([spent, ends.filter((end) => end === 'done').length]).toEqual([4000, 1]);
    expect(new Set(ends)).toEqual(new Set(['done', 'credit-changed']));
  });

  it('pays several where the balance is not compared as it is taken (control)', async () => {
    const loose = (text: string) => rested(text).replace(' AND "balanceMinor" >= part."amountMinor"', '');
    const { spent } = await withoutCheck(() => changed('credit/take_credit', loose, spentOf));
    expect(spent).toBeGreaterThan(4000);
  });

  it('never falls below nothing, also where the comparison is forgotten', async () => {
    const loose = (text: string) => text.replace(' AND "balanceMinor" >= part."amountMinor"', '');
    const { accountId } = await makeCard('40.00');
    const { orderId } = await orderWithCredit(await variant());
    const part = {
      accountId,
      amountMinor: 4001,
      orderId,
      paymentId: (await db.payment.findFirstOrThrow({ where: { orderId } })).id,
    };
    const spend = () => inTransaction(system, (ctx) => spendCredit(ctx, { parts: [part] }));
    await expect(changed('credit/take_credit', loose, spend)).rejects.toThrow(/CreditAccount_balance/);
    expect([await spend(), await balanceOf(accountId)]).toEqual([false, 4000]);
  });
});

describe('a refund to credit that two workers run at once', () => {
  async function runTwice(): Promise<number> {
    const [buyer] = await makeFans(1);
    const account = await giveMember(buyer!, '30.00');
    const { card, number } = await orderWithCredit(await variant(), { buyer: buyer! });
    await payDemo(card.sessionId!, 'success');
    await runJobs();
    const refundId = await refundOrder(await makeOperator(), {
      number,
      reason: 'A part',
      amount: '25.00',
      toCredit: true,
    });
    await Promise.all(Array.from({ length: 6 }, () => runRefund({ refundId })));
    await runJobs();
    return balanceOf(account);
  }
  const index =
    'CREATE UNIQUE INDEX "CreditEntry_returned_once" ON "CreditEntry" ("refundId") WHERE "kind" = \'RETURNED\'';

  it('comes back once', async () => {
    expect(await runTwice()).toBe(2500);
  });

  it('comes back several times without the index that holds it (control)', async () => {
    const twice = await without('DROP INDEX "CreditEntry_returned_once"', 'SELECT 1', runTwice);
    expect(twice).toBeGreaterThan(2500);
    await pool.query('ALTER TABLE "CreditEntry" DISABLE TRIGGER "CreditEntry_append_only"');
    await db.$executeRaw`DELETE FROM "CreditEntry" e USING "CreditEntry" x WHERE e."refundId" = x."refundId" AND e."kind" = 'RETURNED' AND x."kind" = 'RETURNED' AND e."id" > x."id"`;
    await db.$executeRaw`UPDATE "CreditAccount" a SET "balanceMinor" = (SELECT coalesce(sum(e."amountMinor"), 0) FROM "CreditEntry" e WHERE e."accountId" = a."id")`;
    await pool.query('ALTER TABLE "CreditEntry" ENABLE TRIGGER "CreditEntry_append_only"');
    await pool.query(index);
  });
});

describe('a code that eight members put onto their balances at once', () => {
  async function redeemedBy(redeem: typeof redeemCard): Promise<{ sum: number; ends: string[]; left: number }> {
    const [card, members] = [await makeCard('60.00'), await makeFans(8)];
    const ends = await Promise.all(
      members.map((member) => refusal(transact(redeem)(member, { code: card.code })).catch(() => 'failed')),
    );
    const rows = await db.creditAccount.findMany({ where: { memberId: { in: members.map(({ id }) => id) } } });
    return { sum: rows.reduce((all, each) => all + each.balanceMinor, 0), ends, left: await balanceOf(card.accountId) };
  }
  // The same with the rows not held: each looks, and then all write.
  const unheld: typeof redeemCard = (ctx, input) => {
    const look = async (text: TemplateStringsArray, ...values: unknown[]) =>
      text.join('').includes('FOR NO KEY UPDATE') ? [] : ctx.db.$queryRaw(text, ...values);
    const rested = async (asked: never) => {
      const read = await ctx.db.creditAccount.findUniqueOrThrow(asked);
      await new Promise((done) => void setTimeout(done, 300));
      return read;
    };
    const table = new Proxy(ctx.db.creditAccount, {
      get: (of, name) => (name === 'findUniqueOrThrow' ? rested : Reflect.get(of, name)),
    });
    const loose = new Proxy(ctx.db, {
      get: (of, name) => (name === '$queryRaw' ? look : name === 'creditAccount' ? table : Reflect.get(of, name)),
    });
    return redeemCard({ ...ctx, db: loose }, input);
  };

  it('is of one of them', async () => {
    const { sum, ends, left } = await redeemedBy(redeemCard);
    expect([sum, left, ends.toSorted()]).toEqual([
      6000,
      0,
      [...Array.from({ length: 7 }, () => 'card-unknown'), 'done'],
    ]);
  });

  it('is of several where nobody waits for its row and nothing keeps it above nothing (control)', async () => {
    expect((await withoutCheck(() => redeemedBy(unheld))).sum).toBeGreaterThan(6000);
  });
});

describe('an order that lapses while it is paid', () => {
  it('ends as one of both, and its credit is spent or back, never both', async () => {
    const piece = await variant(60);
    for (let round = 0; round < 3; round += 1) {
      const [buyer] = await makeFans(1);
      const account = await giveMember(buyer!, '30.00');
      const { card, number } = await orderWithCredit(piece, { buyer: buyer! });
      await Promise.all([endUnpaidOrders(after(clock(), 31 * minute)), settleDemo(card.sessionId!, { late: true })]);
      await runJobs();
      const { order, credits } = await readOrder(number);
      const spent = credits.filter(({ state }) => state === 'PAID').length;
      expect([order.state, spent, await balanceOf(account), await entriesOf(account)]).toEqual(['PAID', 1, 0, 0]);
    }
    expect(await writeAndProve(after(clock(), 6 * minute))).toEqual([]);
  });

  it('would give it back twice without the state that says it went back (control)', async () => {
    const [buyer] = await makeFans(1);
    const account = await giveMember(buyer!, '30.00');
    const { orderId, credits } = await orderWithCredit(await variant(), { buyer: buyer! });
    await endUnpaidOrders(after(clock(), 31 * minute));
    expect(await balanceOf(account)).toBe(3000);
    await inTransaction(system, (ctx) => returnCreditOf(ctx, { orderId }));
    expect(await balanceOf(account)).toBe(3000);
    const undone = new Error('undone');
    const twice = inTransaction(system, async (ctx) => {
      await ctx.db.payment.update({ where: { id: credits[0]!.id }, data: { state: 'PAID', surplusAt: null } });
      await returnCreditOf(ctx, { orderId });
      const { balanceMinor } = await ctx.db.creditAccount.findUniqueOrThrow({ where: { id: account } });
      expect(balanceMinor).toBe(6000);
      throw undone;
    });
    await expect(twice).rejects.toBe(undone);
  });
});
