import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db, pool } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { releaseClaim } from '@/lib/drops/commands';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { stripeProvider } from '@/lib/outside/payments/stripe';
import { booksOf, makeDrop, type MadeDrop } from '@/tests/support/drop-factories';
import { startFakeStripe } from '@/tests/support/fake-stripe';
import { functionText } from '@/tests/support/function-text';
import { makeHold, orderFor, runJobs, standOf } from '@/tests/support/order-factories';

import { placeOrder, resumePayment } from './place-order';
import { settlePayment } from './settle-payment';

async function order(drop: MadeDrop, line1?: string) {
  const held = await makeHold(drop);
  const placed = await placeOrder(held.buyer, orderFor(held.claimId, line1 ? { line1 } : {}));
  return { ...held, sessionId: placed.payUrl!.split('/').at(-1)! };
}

const paid = (sessionId: string, paymentId: string, amountMinor: number, fingerprint: string | null) => ({
  provider: 'demo',
  status: 'paid' as const,
  session: { id: sessionId, paymentId, amountMinor, currency: 'USD', paymentRef: `dp_${paymentId}`, fingerprint },
});

async function settleAt(sessionId: string, fingerprint: string | null) {
  const { id, amountMinor } = await db.payment.findFirstOrThrow({ where: { sessionId } });
  // With a moment of its own each is settled alone, on a connection of its own.
  return settlePayment(paid(sessionId, id, amountMinor, fingerprint), { now: clock() });
}

const guard = /\s+ON CONFLICT \("dropId", "kind", "digest"\) DO NOTHING/;

/** Runs the work with the marks' key dropped, and with it the words of the settlement that rest on that key. */
async function withoutTheKey<T>(work: () => Promise<T>): Promise<T> {
  const settling = functionText('orders/settle_paid');
  expect(settling).toMatch(guard);
  await pool.query(settling.replace(guard, ''));
  await db.$executeRaw`ALTER TABLE "LimitMark" DROP CONSTRAINT "LimitMark_pkey"`;
  try {
    return await work();
  } finally {
    await db.limitMark.deleteMany();
    await db.$executeRaw`ALTER TABLE "LimitMark" ADD PRIMARY KEY ("dropId", "kind", "digest")`;
    await pool.query(settling);
  }
}

describe('limits of a drop that are seen at the payment', () => {
  it('sell one to an address, however it is spelt; the second unit goes back, the money too, and its buyer is told', async () => {
    const drop = await makeDrop({ units: [2] });
    const [first, second] = [await order(drop, '5 Mill Lane'), await order(drop, '5, MILL-LANE')];
    for (const { sessionId } of [first, second]) await payDemo(sessionId, 'success');
    await runJobs();
    const stands = await Promise.all([first, second].map(({ claimId }) => standOf(claimId)));
    expect(stands[0]).toMatchObject({ claim: 'PAID', order: 'PAID' });
    expect(stands[1]).toMatchObject({
      claim: 'RELEASED',
      order: 'REFUNDED',
      payments: ['REFUNDED'],
      refunds: ['DONE'],
    });
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ units: 2, remaining: 1, live: 1, ledger: 1 });
    expect(await db.mail.count({ where: { memberId: second.buyer.id, kind: 'order.addressLimited' } })).toBe(1);
  });

  const fourWithOneCard = async () => {
    const drop = await makeDrop({ units: [4] });
    const orders = await Promise.all([order(drop), order(drop), order(drop), order(drop)]);
    const settled = await Promise.all(orders.map(({ sessionId }) => settleAt(sessionId, 'one card')));
    const marks = await db.limitMark.findMany({
      where: { dropId: drop.id, kind: 'PAYMENT' },
      select: { digest: true },
    });
    return {
      settled: settled.toSorted(),
      marks: marks.length,
      cards: new Set(marks.map(({ digest }) => digest)).size,
      books: await booksOf(drop.allotmentIds[0]!),
    };
  };

  it('sell one to a card, also when the four payments settle at the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const ends = await fourWithOneCard();
      expect(ends).toMatchObject({
        settled: ['paid', 'refunding', 'refunding', 'refunding'],
        marks: 1,
        cards: 1,
        books: { remaining: 3, live: 1, ledger: 3 },
      });
    }
  });

  it('sell to every one of them in the same race when only the key of the marks is taken away (control)', async () => {
    const ends = await withoutTheKey(fourWithOneCard);
    expect(ends).toMatchObject({
      settled: ['paid', 'paid', 'paid', 'paid'],
      marks: 4,
      cards: 1,
      books: { remaining: 0, live: 4, ledger: 0 },
    });
  });

  it('let the same buyer pay twice for one unit without a limit in the way, and free the marks when the unit goes back', async () => {
    const drop = await makeDrop({ units: [2] });
    const first = await order(drop, '5 Mill Lane');
    expect(await settleAt(first.sessionId, 'card')).toBe('paid');
    expect(await settleAt(first.sessionId, 'card')).toBe('nothing');
    await transact(releaseClaim)(system, { claimId: first.claimId, cause: 'REFUNDED' });
    expect(await db.limitMark.count({ where: { dropId: drop.id } })).toBe(0);
    const next = await order(drop, '5 Mill Lane');
    expect(await settleAt(next.sessionId, 'card')).toBe('paid');
  });

  it('stay used by a paid unit when money for it comes a second time', async () => {
    const drop = await makeDrop({ units: [2] });
    const { buyer, sessionId: first } = await order(drop, '5 Mill Lane');
    const other = await order(drop, '5 Mill Lane');
    const {
      id,
      amountMinor,
      order: { number },
    } = await db.payment.findFirstOrThrow({
      where: { sessionId: first },
      select: { id: true, amountMinor: true, order: { select: { number: true } } },
    });
    await settlePayment({ ...paid(first, id, amountMinor, 'card'), status: 'failed' });
    const second = (await resumePayment(buyer, { number })).payUrl!.split('/').at(-1)!;
    expect(await settleAt(second, 'card')).toBe('paid');
    expect(await settleAt(first, 'another card')).toBe('refunding');
    expect(await db.limitMark.count({ where: { dropId: drop.id } })).toBe(2);
    expect(await settleAt(other.sessionId, 'a third card')).toBe('refunding');
  });

  it('are free again when late money found no unit', async () => {
    const drop = await makeDrop({ units: [1] });
    const late = await order(drop, '5 Mill Lane');
    await transact(releaseClaim)(system, { claimId: late.claimId, cause: 'EXPIRED' });
    const next = await order(drop, '7 Mill Lane');
    expect(await settleAt(next.sessionId, 'card')).toBe('paid');
    expect(await settleAt(late.sessionId, 'another card')).toBe('refunding');
    expect(
      await db.limitMark.findMany({ where: { dropId: drop.id }, select: { claimId: true }, distinct: ['claimId'] }),
    ).toEqual([{ claimId: next.claimId }]);
  });

  it('tell who confirms an address that has had its unit before any order or charge, and name nobody', async () => {
    const drop = await makeDrop({ units: [2] });
    const first = await order(drop, '5 Mill Lane');
    expect(await settleAt(first.sessionId, 'card')).toBe('paid');
    const { buyer, claimId } = await makeHold(drop);
    await expect(placeOrder(buyer, orderFor(claimId, { line1: '5, MILL-LANE' }))).rejects.toMatchObject({
      code: 'address-used',
      detail: { field: 'line1' },
    });
    expect(await standOf(claimId)).toMatchObject({ claim: 'HELD', orders: 0 });
    const { payUrl } = await placeOrder(buyer, orderFor(claimId, { line1: '6 Mill Lane' }));
    expect(await settleAt(payUrl!.split('/').at(-1)!, 'another card')).toBe('paid');
  });

  it('take an address in one drop that has had its unit in another, and one whose unit went back', async () => {
    const [drop, other] = [await makeDrop({ units: [2] }), await makeDrop({ units: [2] })];
    const first = await order(drop, '5 Mill Lane');
    expect(await settleAt(first.sessionId, 'card')).toBe('paid');
    expect((await order(other, '5 Mill Lane')).sessionId).not.toBe('');
    await transact(releaseClaim)(system, { claimId: first.claimId, cause: 'REFUNDED' });
    expect((await order(drop, '5 Mill Lane')).sessionId).not.toBe('');
  });

  it('keep digests only', async () => {
    const drop = await makeDrop({ units: [1] });
    const { sessionId } = await order(drop, '5 Mill Lane');
    await settleAt(sessionId, 'card');
    const marks = await db.limitMark.findMany({ where: { dropId: drop.id } });
    expect(marks.map(({ kind }) => kind).toSorted()).toEqual(['ADDRESS', 'PAYMENT']);
    for (const { digest } of marks) expect(digest).toMatch(/^[\w-]{22}$/);
  });

  it('ask Stripe for the mark of the card', async () => {
    const fake = await startFakeStripe();
    const provider = stripeProvider({
      secretKey: 'sk_test_x',
      webhookSecret: 'x',
      server: { host: '127.0.0.1', port: fake.port, protocol: 'http' },
    });
    expect(await provider.fingerprint!('pi_12345')).toBe('fp_8');
    await fake.close();
  });
});
