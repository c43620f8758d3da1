import { afterEach, describe, expect, it } from 'vitest';
import { inTransaction } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { releaseClaim } from '@/lib/drops/commands';
import { getBindings } from '@/lib/orders/queries';
import { paymentProvider, replaceProvider } from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { booksOf, makeSoldOut } from '@/tests/support/drop-factories';
import { makeHold, makeOrder, orderFor, runJobs, standOf, type Ordered } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { later, releases } from '@/tests/support/settlements';
import { expireHold } from './expire-holds';
import { giveUnitBack } from './give-unit-back';
import { placeOrder, resumePayment } from '../orders/place-order';

const demo = paymentProvider('demo');

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const rounds = <T>(count: number, round: (at: number) => Promise<T>) =>
  Array.from({ length: count }).reduce<Promise<T[]>>(
    async (before, _, at) => [...(await before), await round(at)],
    Promise.resolve([]),
  );

const liveOrders = (claimId: string) =>
  db.order.count({ where: { claimId, state: { notIn: ['CANCELLED', 'REFUNDED'] } } });

const taken = async ({ sessionId }: Ordered) =>
  (await db.demoSession.findUniqueOrThrow({ where: { id: sessionId } })).state === 'PAID';

afterEach(() => replaceProvider('demo', demo));

describe('giving a unit back at the same moment', () => {
  it('as its hold runs out frees it once', async () => {
    await rounds(8, async (at) => {
      const {
        drop,
        holders,
        fans,
        claims: [claimId = ''],
      } = await makeSoldOut(1, 2);
      if (at % 2) await placeOrder(holders[0]!, orderFor(claimId));
      await Promise.all([
        expireHold(claimId, later()),
        giveUnitBack(holders[0]!, { claimId }),
        expireHold(claimId, later()),
        giveUnitBack(holders[0]!, { claimId }),
      ]);
      expect(await releases(claimId)).toBe(1);
      expect(
        await db.claim.findMany({ where: { dropId: drop.id, offered: true }, select: { memberId: true } }),
      ).toEqual([{ memberId: fans[0]!.id }]);
      expect(await booksOf(drop.allotmentIds[0]!)).toEqual({ units: 1, remaining: 0, live: 1, taken: 1, ledger: 0 });
    });
  });

  it('as it is paid either keeps it for its money or takes none', async () => {
    // The first and the last by a wide margin, so that both ends are among them; the others close together.
    const waits = [[0, 400], ...Array.from({ length: 10 }, (_, at) => [at * 3, 12]), [400, 0]] as const;
    const ends = await rounds(waits.length, async (at) => {
      const ordered = await makeOrder();
      const [payAfter, giveAfter] = waits[at]!;
      const pay = async () => {
        await pause(payAfter);
        await payDemo(ordered.sessionId, 'success');
        await runJobs();
      };
      const [answer] = await Promise.all([
        pause(giveAfter).then(() => refusal(giveUnitBack(ordered.buyer, ordered))),
        pay(),
      ]);
      await runJobs();
      const paid = await taken(ordered);
      expect(await standOf(ordered.claimId)).toMatchObject(
        paid ? { claim: 'PAID', order: 'PAID', refunds: [] } : { claim: 'RELEASED', order: 'CANCELLED', refunds: [] },
      );
      expect(answer).toBe(paid ? 'unit-paid' : 'done');
      return paid;
    });
    expect(new Set(ends)).toEqual(new Set([true, false]));
  });

  it('as it is paid takes money for nothing when the gateway is not asked first (control)', async () => {
    const ordered = await makeOrder();
    await inTransaction(ordered.buyer, (ctx) => releaseClaim(ctx, { claimId: ordered.claimId, cause: 'GIVEN_BACK' }));
    await payDemo(ordered.sessionId, 'success');
    await runJobs();
    expect(await taken(ordered)).toBe(true);
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'RELEASED', order: 'REFUNDED', refunds: ['DONE'] });
  });

  it('as it is ordered on another page leaves no order on a unit that is gone', async () => {
    const lives = await rounds(16, async (at) => {
      const held = await makeHold();
      const number = at % 2 ? (await makeOrder(held)).placed.number : null;
      const order = number ? resumePayment(held.buyer, { number }) : placeOrder(held.buyer, orderFor(held.claimId));
      const [answer] = await Promise.all([refusal(giveUnitBack(held.buyer, held)), order.catch(() => null)]);
      const { claim } = await standOf(held.claimId);
      expect([answer, claim]).toEqual(answer === 'done' ? ['done', 'RELEASED'] : ['payment-running', 'HELD']);
      return claim === 'RELEASED' ? liveOrders(held.claimId) : 0;
    });
    expect(lives).toEqual(lives.map(() => 0));
  });

  it('as it is ordered on another page leaves such an order when the claim is not locked before the look (control)', async () => {
    const held = await makeHold();
    const looked = inTransaction(held.buyer, async (ctx) => {
      expect((await getBindings(ctx, held)).orders).toEqual([]);
      await pause(300);
      return releaseClaim(ctx, { claimId: held.claimId, cause: 'GIVEN_BACK' });
    });
    await pause(50);
    await placeOrder(held.buyer, orderFor(held.claimId));
    expect([await looked, await liveOrders(held.claimId)]).toEqual([true, 1]);
  });
});
