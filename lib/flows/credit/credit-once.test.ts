/** What staff send twice is given once, what lapses keeps no card alive, and late money waits for discounts before it waits for balances. */
import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { memberId, system } from '@/lib/core/actor';
import type { Permission } from '@/lib/core/permissions';
import { inTransaction, transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { after, clock, day, minute } from '@/lib/core/time';
import { adjustCredit, issueCredit } from '@/lib/credit/commands';
import { standOf } from '@/lib/credit/policy';
import { findCard, listSpendable, readCard } from '@/lib/credit/queries';
import { proveBooks } from '@/lib/accounting/prove-books';
import { endUnpaidOrders, withdrawOrder } from '@/lib/flows/orders/end-cart-order';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { payDemo, settleDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { makeShop } from '@/tests/support/cart-factories';
import { balanceOf, giveMember, makeCard, orderWithCredit, readOrder } from '@/tests/support/credit-factories';
import { untilWaiting } from '@/tests/support/database';
import { endDiscounts, makeDiscount } from '@/tests/support/discount-factories';
import { makeFans, makeOperator } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';

const variant = async (units = 20) => (await makeShop(units)).variantIds[0]!;
const six = <T>(work: (at: number) => Promise<T>) => Promise.all(Array.from({ length: 6 }, (_, at) => work(at)));

describe('a form that is sent six times at once', () => {
  const given = { currency: 'USD', reason: 'An apology', amount: '5.00' } as const;

  it('gives a member credit once, tells them once, and another page gives anew (control)', async () => {
    const [staff, [fan]] = [await makeOperator(), await makeFans(1)];
    const give = (once: string) =>
      transact(issueCredit)(staff, { ...given, to: 'member', handle: fan!.handle, once } as const);
    const once = randomUUID();
    const made = await six(() => give(once));
    const accountId = made[0]!.accountId;
    expect([new Set(made.map((each) => each.accountId)).size, await balanceOf(accountId)]).toEqual([1, 500]);
    expect(await db.auditEntry.count({ where: { subjectId: accountId } })).toBe(1);
    await six(() => give(randomUUID()));
    expect(await balanceOf(accountId)).toBe(3500);
    // What a page says else is another act.
    await transact(issueCredit)(staff, { ...given, amount: '6.00', to: 'member', handle: fan!.handle, once });
    expect(await balanceOf(accountId)).toBe(4100);
  });

  it('issues one card, whose code was shown to the first', async () => {
    const staff = await makeOperator();
    const asked = { ...given, to: 'card', handle: '', once: randomUUID() } as const;
    const ends = await six(() => refusal(transact(issueCredit)(staff, asked)));
    expect(ends.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'credit-sent'), 'done']);
    expect(await db.creditEntry.count({ where: { byId: memberId(staff) } })).toBe(1);
  });

  it('corrects a balance once', async () => {
    const [staff, account] = [await makeOperator(), (await makeCard('50.00')).accountId];
    const asked = {
      accountId: account,
      way: 'out',
      amount: '10.00',
      reason: 'By mistake',
      once: randomUUID(),
    } as const;
    await six(() => transact(adjustCredit)(staff, asked));
    expect(await balanceOf(account)).toBe(4000);
    await six(() => transact(adjustCredit)(staff, { ...asked, way: 'in', once: randomUUID() }));
    expect(await balanceOf(account)).toBe(10_000);
  });

  it('gives nothing to who sends it, unless they may correct balances', async () => {
    const [fan] = await makeFans(1);
    const give = (...permissions: Permission[]) => {
      const staff = { ...fan!, permissions };
      return refusal(transact(issueCredit)(staff, { ...given, to: 'member', handle: fan!.handle, once: randomUUID() }));
    };
    expect(await give('credit.issue')).toBe('credit-self');
    expect(await give('credit.issue', 'credit.adjust')).toBe('done');
  });
});

describe('a card that expires', () => {
  const expiry = async (accountId: string) =>
    (await db.creditAccount.findUniqueOrThrow({ where: { id: accountId } })).expiresAt!;

  it('lives no longer by orders that are withdrawn, a day where it expired meanwhile, and 90 days by a refund', async () => {
    const end = after(clock(), day);
    const card = await makeCard('40.00', end);
    const first = await orderWithCredit(await variant(), { cardId: card.accountId });
    await withdrawOrder(first.buyer, { number: first.number });
    expect([await balanceOf(card.accountId), await expiry(card.accountId)]).toEqual([4000, end]);
    const second = await orderWithCredit(await variant(), { cardId: card.accountId });
    const over = after(clock(), -minute);
    await db.creditAccount.update({ where: { id: card.accountId }, data: { expiresAt: over } });
    await withdrawOrder(second.buyer, { number: second.number });
    const days = ((await expiry(card.accountId)).getTime() - clock().getTime()) / 86_400_000;
    expect([await balanceOf(card.accountId), Math.round(days * 10)]).toEqual([4000, 10]);
    const third = await orderWithCredit(await variant(), { cardId: card.accountId });
    await payDemo(third.card.sessionId!, 'success');
    await runJobs();
    await refundOrder(await makeOperator(), { number: third.number, reason: 'All of it' });
    await runJobs();
    expect((await expiry(card.accountId)) > after(clock(), 89 * day)).toBe(true);
  });

  it('is spendable for pages and for the database at the same moments', async () => {
    const end = after(clock(), day);
    const card = await makeCard('40.00', end);
    for (const disabledAt of [null, clock()]) {
      await db.creditAccount.update({ where: { id: card.accountId }, data: { disabledAt } });
      for (const ms of [-1, 0, 1]) {
        const now = new Date(end.getTime() + ms);
        const may = standOf({ disabledAt, expiresAt: end }, now) === 'active';
        const found = await findCard({ db, now }, { code: card.code });
        const read = await readCard({ db, now }, { id: card.accountId });
        const asked = { memberId: null, cardId: card.accountId, currency: 'USD' };
        const listed = await listSpendable({ db, now }, asked);
        expect([found !== null, read !== null, listed.length === 1]).toEqual([may, may, may]);
        expect(may).toBe(disabledAt === null && ms < 0);
      }
    }
  });
});

it('late money waits for a discount while it holds no balance yet', async () => {
  const discountId = await makeDiscount({ mostUses: 50 });
  const [buyer] = await makeFans(1);
  const account = await giveMember(buyer!, '5.00');
  const { card, number, orderId } = await orderWithCredit(await variant(), { buyer: buyer! });
  expect(await db.discountUse.count({ where: { orderId, discountId } })).toBe(1);
  await endUnpaidOrders(after(clock(), 31 * minute));
  const other = await pool.connect();
  try {
    await other.query('BEGIN');
    await other.query('SELECT 1 FROM "Discount" WHERE "id" = $1 FOR UPDATE', [discountId]);
    const late = settleDemo(card.sessionId!, { late: true }).then(() => runJobs());
    await untilWaiting(1);
    // As an order would that has counted its discount: the balance must be free, or the two wait for each other.
    await other.query('SELECT 1 FROM "CreditAccount" WHERE "id" = $1 FOR UPDATE NOWAIT', [account]);
    await other.query('COMMIT');
    await late;
  } finally {
    await other.query('ROLLBACK');
    other.release();
    await endDiscounts();
  }
  expect([(await readOrder(number)).order.state, await balanceOf(account)]).toEqual(['PAID', 0]);
});

it('the nightly proof finds what left a card and came nowhere', async () => {
  const { accountId } = await makeCard('9.00');
  const undone = new Error('undone');
  const planted = inTransaction(system, async (ctx) => {
    const checks = async () => (await proveBooks(ctx, { skips: null })).map(({ check }) => check);
    expect(await checks()).not.toContain('moved');
    await ctx.db.creditEntry.create({ data: { accountId, kind: 'MOVED', amountMinor: -900, at: ctx.now } });
    await ctx.db.creditAccount.update({ where: { id: accountId }, data: { balanceMinor: 0 } });
    expect(await checks()).toContain('moved');
    throw undone;
  });
  await expect(planted).rejects.toBe(undone);
});
