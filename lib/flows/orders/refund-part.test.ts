/** Refunds of a part: the order stands, each part is told by its own sum, and all of them never exceed what was paid. */
import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { cancelDrop } from '@/lib/drops/commands';
import { replaceProvider } from '@/lib/outside/payments';
import { makeOperator } from '@/tests/support/drop-factories';
import { runJobs, standOf } from '@/tests/support/order-factories';
import { demo, gatewaySays, mailsOf, numberOf, paidOrder } from '@/tests/support/refunds';
import { refusal } from '@/tests/support/refusal';

import { refundOrder } from './refund-order';

afterEach(() => replaceProvider('demo', demo));

const refund = (ordered: Awaited<ReturnType<typeof paidOrder>>, amount?: string) =>
  refundOrder(system, { ...numberOf(ordered), reason: 'A scratch', amount });
const refunded = async (ordered: Awaited<ReturnType<typeof paidOrder>>) =>
  (await db.refund.findMany({ where: { order: numberOf(ordered) }, orderBy: { createdAt: 'asc' } })).map(
    ({ amountMinor, state }) => [amountMinor, state],
  );

describe('a refund of a part', () => {
  it('leaves the order and its unit as they are; the rest goes back later and ends it', async () => {
    const ordered = await paidOrder();
    await refund(ordered, '41.00');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'PAID', order: 'PAID', payments: ['PAID'] });
    expect(await mailsOf(ordered, 'order.refundedPartly')).toBe(1);
    expect(await mailsOf(ordered, 'order.refunded')).toBe(0);
    const part = await db.mail.findFirstOrThrow({
      where: { memberId: ordered.buyer.id, kind: 'order.refundedPartly' },
    });
    expect(part.text).toContain('$41');
    await refund(ordered);
    await runJobs();
    expect(await refunded(ordered)).toEqual([
      [4_100, 'DONE'],
      [10_000, 'DONE'],
    ]);
    expect(await standOf(ordered.claimId)).toMatchObject({ order: 'REFUNDED', payments: ['REFUNDED'] });
    const rest = await db.mail.findFirstOrThrow({ where: { memberId: ordered.buyer.id, kind: 'order.refunded' } });
    expect(rest.text).toContain('$100');
    expect(rest.text).not.toContain('$141');
  });

  it('is refused where it is no amount of the currency, or more than is left', async () => {
    const ordered = await paidOrder();
    for (const amount of ['0', '0.00', '-1', '1.234', 'ten', '1e3', '٣', '141.01', '99999999999999999999'])
      expect([amount, await refusal(refund(ordered, amount))]).toEqual([
        amount,
        amount === '141.01' ? 'refund-too-much' : 'bad-amount',
      ]);
    await refund(ordered, '141.00');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ order: 'REFUNDED' });
    expect(await refusal(refund(ordered, '1.00'))).toBe('not-refundable');
  });

  it('may be of an order that comes to more than any price', async () => {
    const ordered = await paidOrder();
    const where = numberOf(ordered);
    await db.order.update({
      where,
      data: { totalMinor: 50_000_000_000, subtotalMinor: 50_000_000_000, shippingMinor: 0, taxMinor: 0 },
    });
    await db.payment.updateMany({ where: { order: where }, data: { amountMinor: 50_000_000_000 } });
    await refund(ordered, '300000000.01');
    expect(await refunded(ordered)).toEqual([[30_000_000_001, 'PENDING']]);
  });

  it('of many asked for at one moment is one, and all of them never come to more than was paid', async () => {
    const ordered = await paidOrder();
    for (let round = 0; round < 4; round += 1) {
      const ends = await Promise.all(Array.from({ length: 5 }, () => refusal(refund(ordered, '50.00'))));
      expect(ends.filter((end) => end === 'done').length).toBeLessThanOrEqual(1);
      await runJobs();
    }
    expect(await refunded(ordered)).toEqual([
      [5_000, 'DONE'],
      [5_000, 'DONE'],
    ]);
    expect(await refusal(refund(ordered, '41.01'))).toBe('refund-too-much');
  });

  it('is given once by a form that is sent twice, also where the first went back in between', async () => {
    const ordered = await paidOrder();
    const form = {
      ...numberOf(ordered),
      reason: 'A scratch',
      seen: 'PAID' as const,
      seenLeft: 14_100,
      amount: '20.00',
    };
    await refundOrder(system, form);
    expect(await refusal(refundOrder(system, form))).toBe('refund-running');
    await runJobs();
    expect(await refusal(refundOrder(system, form))).toBe('order-moved-on');
    await refundOrder(system, { ...form, seenLeft: 12_100 });
    await runJobs();
    expect(await refunded(ordered)).toEqual([
      [2_000, 'DONE'],
      [2_000, 'DONE'],
    ]);
  });

  it('that fails may be given again', async () => {
    const ordered = await paidOrder();
    gatewaySays('refuses');
    await refund(ordered, '50.00');
    await runJobs();
    expect(await mailsOf(ordered, 'order.refundedPartly')).toBe(0);
    replaceProvider('demo', demo);
    await refund(ordered, '141.00');
    await runJobs();
    expect(await standOf(ordered.claimId)).toMatchObject({ order: 'REFUNDED' });
  });

  it('is followed by the rest where the drop is called off, whether it is done or on its way', async () => {
    for (const isDone of [true, false]) {
      const ordered = await paidOrder();
      await refund(ordered, '41.00');
      if (isDone) await runJobs();
      await transact(cancelDrop)(await makeOperator(), { dropId: ordered.drop.id, reason: 'A fault in the battery' });
      await runJobs();
      expect(await refunded(ordered)).toEqual([
        [4_100, 'DONE'],
        [10_000, 'DONE'],
      ]);
      expect(await standOf(ordered.claimId)).toMatchObject({ order: 'REFUNDED', payments: ['REFUNDED'] });
      const told = { memberId: ordered.buyer.id, kind: 'drop.cancelledAfterPayment' };
      const { text } = await db.mail.findFirstOrThrow({ where: told });
      expect(text).toContain('$100');
      expect(text).not.toContain('$141');
    }
  });
});
