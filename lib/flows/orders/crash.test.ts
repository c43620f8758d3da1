import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { after, clock, minute } from '@/lib/core/time';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { runToEnd } from '@/scripts/lib/run-node';
import { booksOf } from '@/tests/support/drop-factories';
import { makeHold, makeOrder, runJobs, type Held } from '@/tests/support/order-factories';

import { pollPayments } from './ask-gateway';
import { expireHolds } from '../drops/expire-holds';
import { refundOrder } from './refund-order';
import { applyStoredWebhooks } from './receive-webhook';

// The long soak tries every moment to die at, the daily run every third: each costs a process of its own.
const stride = process.env.SOAK ? 1 : 3;

type End = { killed: boolean; changes: number };

/** Plays a scene in a process of its own that dies after so many changes; without a number it lives to the end. */
async function play(scene: string, subject: string, last = 0): Promise<End> {
  const { status, output } = await runToEnd({
    script: 'tests/support/crash-child.ts',
    words: [scene, subject, String(last)],
    quiet: true,
  });
  const changes = Number(output.trim().split('\n').at(-1));
  // 128 stands for a signal; any other failure is a fault of the test itself.
  if (status !== 0 && (last === 0 || status !== 128)) throw new Error(output);
  return { killed: status === 128, changes };
}

/** What a restart does by itself: waiting jobs, forgotten webhooks, the sweeps, the jobs that those queue. */
async function restart(): Promise<void> {
  const later = after(clock(), 20 * minute);
  await runJobs();
  await applyStoredWebhooks(later);
  await pollPayments(later);
  await expireHolds(later);
  await runJobs(later);
}

/** Everything that is wrong between a held unit, its order and its money. */
async function wrongs({ claimId, drop }: Held): Promise<string[]> {
  const claim = await db.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { state: true, orders: { select: { number: true, state: true } } },
  });
  const books = await booksOf(drop.allotmentIds[0]!);
  const sessions = await db.demoSession.findMany({
    where: { reference: { in: claim.orders.map(({ number }) => number) } },
  });
  const paidOrders = claim.orders.filter(({ state }) => state === 'PAID').length;
  const kept = sessions.reduce(
    (sum, each) => sum + (each.state === 'PAID' && each.refundedMinor < each.amountMinor ? 1 : 0),
    0,
  );
  const taken = claim.state === 'RELEASED' ? 0 : 1;
  return [
    claim.state === 'HELD' && 'a unit is held for ever',
    books.remaining + books.live !== books.units && 'a unit is lost or doubled',
    books.taken !== books.live && 'the ledger disagrees',
    paidOrders !== taken && 'order and unit disagree',
    kept !== paidOrders && 'money and order disagree',
    claim.orders.some(({ state }) => state === 'PENDING') && 'an order waits for ever',
    sessions.some(({ state }) => state === 'OPEN') && 'a payment page is still open',
  ].filter((each) => each !== false);
}

describe('a process killed between hold, payment and settlement', () => {
  it('leaves nothing lost or doubled after the restart, wherever it died', { timeout: 400_000 }, async () => {
    const whole = await makeHold();
    const { changes } = await play('buy', whole.claimId);
    expect(changes).toBeGreaterThanOrEqual(5);
    expect(await wrongs(whole)).toEqual([]);
    const unrepaired: string[] = [];
    for (let last = 1; last <= changes; last += stride) {
      const held = await makeHold();
      expect((await play('buy', held.claimId, last)).killed).toBe(true);
      unrepaired.push(...(await wrongs(held)));
      await restart();
      expect({ last, wrongs: await wrongs(held) }).toEqual({ last, wrongs: [] });
    }
    // The control: before the sweep ran, the same look at the same rows did find units and money astray.
    expect(unrepaired).toContain('a unit is held for ever');
    expect(unrepaired).toContain('money and order disagree');
  });

  it('frees an expired unit once, wherever the sweep died', { timeout: 240_000 }, async () => {
    let deaths = 0;
    for (let last = 1, killed = true; killed; last += stride) {
      const ordered = await makeOrder();
      killed = (await play('expire', ordered.claimId, last)).killed;
      await restart();
      expect({ last, wrongs: await wrongs(ordered) }).toEqual({ last, wrongs: [] });
      expect(await booksOf(ordered.drop.allotmentIds[0]!)).toMatchObject({ remaining: 1, live: 0, ledger: 1 });
      deaths += Number(killed);
    }
    expect(deaths).toBeGreaterThanOrEqual(1);
  });

  it('refunds once, wherever the refund died', { timeout: 240_000 }, async () => {
    let deaths = 0;
    for (let last = 1, killed = true; killed; last += stride) {
      const ordered = await makeOrder();
      await payDemo(ordered.sessionId, 'success');
      await runJobs();
      const refundId = await refundOrder(system, { number: ordered.placed.number, reason: 'Changed my mind' });
      killed = (await play('refund', refundId, last)).killed;
      await restart();
      const session = await db.demoSession.findUniqueOrThrow({ where: { id: ordered.sessionId } });
      expect({
        last,
        refunded: session.refundedMinor,
        refunds: await db.demoRefund.count({ where: { idempotencyKey: refundId } }),
      }).toEqual({ last, refunded: 14100, refunds: 1 });
      expect(await wrongs(ordered)).toEqual([]);
      deaths += Number(killed);
    }
    expect(deaths).toBeGreaterThanOrEqual(1);
  });
});
