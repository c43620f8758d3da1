import { afterEach, describe, expect, it } from 'vitest';

import { guest, type Actor } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { redeemFCode } from '@/lib/drops/commands';
import { getOwnDropPart } from '@/lib/drops/queries';
import { paymentProvider, replaceProvider } from '@/lib/outside/payments';
import { payDemo } from '@/lib/outside/payments/demo/demo-sessions';
import { handleEndpoint } from '@/lib/server/handle-endpoint';
import { booksOf, holdBack, makeCode, makeDrop, makeFans, makeSoldOut } from '@/tests/support/drop-factories';
import { makeOrder, runJobs, standOf } from '@/tests/support/order-factories';
import { refusal } from '@/tests/support/refusal';
import { later, releases } from '@/tests/support/settlements';

import { giveBackEndpoint } from './give-back-endpoint';
import { giveUnitBack } from './give-unit-back';
import { resumePayment } from '../orders/place-order';

const demo = paymentProvider('demo');

afterEach(() => replaceProvider('demo', demo));

describe('a unit that its holder gives back', () => {
  it('goes on to the first who waits, once, however often it is given back', async () => {
    const { drop, holders, fans, claims } = await makeSoldOut(1, 2);
    await Promise.all(Array.from({ length: 6 }, () => giveUnitBack(holders[0]!, { claimId: claims[0]! })));
    expect(await db.claim.findUnique({ where: { id: claims[0]! } })).toMatchObject({
      state: 'RELEASED',
      endedWhy: 'GIVEN_BACK',
    });
    const offers = await db.claim.findMany({ where: { dropId: drop.id, offered: true } });
    expect(offers.map(({ memberId, state }) => [memberId, state])).toEqual([[fans[0]!.id, 'HELD']]);
    expect(await booksOf(drop.allotmentIds[0]!)).toEqual({ units: 1, remaining: 0, live: 1, taken: 1, ledger: 0 });
    expect(await releases(claims[0]!)).toBe(1);
  });

  it('may be a personal offer, which then goes to the next; who declined waits no more and may wait again', async () => {
    const { drop, holders, fans, claims } = await makeSoldOut(1, 2);
    await giveUnitBack(holders[0]!, { claimId: claims[0]! });
    const offer = await db.claim.findFirstOrThrow({ where: { dropId: drop.id, memberId: fans[0]!.id } });
    await giveUnitBack(fans[0]!, { claimId: offer.id });
    expect(await db.claim.findFirst({ where: { dropId: drop.id, state: 'HELD' } })).toMatchObject({
      memberId: fans[1]!.id,
      offered: true,
    });
    expect(await getOwnDropPart(reading(fans[0]!), { slug: drop.slug })).toMatchObject({
      waiting: null,
      claim: { state: 'RELEASED', endedWhy: 'GIVEN_BACK' },
    });
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 0, live: 1, taken: 1 });
  });

  it('is on offer to everyone where nobody waits, and frees its F-code', async () => {
    const drop = await makeDrop({ units: [1] });
    const pool = await holdBack(drop, 1);
    const [fan] = await makeFans(1);
    const { code } = await makeCode(drop);
    const use = () => transact(redeemFCode)(fan!, { dropId: drop.id, variantId: drop.variantIds[0]!, code });
    await giveUnitBack(fan!, { claimId: (await use()).claimId });
    expect(await booksOf(pool)).toMatchObject({ remaining: 1, live: 0, taken: 0 });
    expect(await use()).toMatchObject({ fresh: true });
  });

  it('is given back by its holder alone', async () => {
    const { drop, holders, fans, claims } = await makeSoldOut(1, 1);
    const claimId = claims[0]!;
    const tries = [
      giveUnitBack(fans[0]!, { claimId }),
      giveUnitBack(guest, { claimId }),
      giveUnitBack(holders[0]!, { claimId: drop.id }),
    ];
    expect(await Promise.all(tries.map(refusal))).toEqual(['not-found', 'signed-out', 'not-found']);
    expect(await standOf(claimId)).toMatchObject({ claim: 'HELD' });
  });

  it('is given back over HTTP as on the page', async () => {
    const {
      holders,
      fans,
      claims: [claimId],
    } = await makeSoldOut(1, 1);
    const ask = async (actor: Actor, body: unknown) => {
      const { status, body: said } = await handleEndpoint(giveBackEndpoint, {
        params: {},
        query: new URLSearchParams(),
        ip: '10.9.0.1',
        actor: async () => actor,
        body: async () => body,
      });
      return [status, (said as { error?: string }).error];
    };
    const answers = [
      await ask(guest, { claimId }),
      await ask(fans[0]!, { claimId }),
      await ask(holders[0]!, { claimId: 'x' }),
      await ask(holders[0]!, { claimId }),
      await ask(holders[0]!, { claimId }),
    ];
    expect(answers).toEqual([
      [401, 'signed-out'],
      [404, 'not-found'],
      [400, 'invalid'],
      [200, undefined],
      [200, undefined],
    ]);
    expect(await releases(claimId!)).toBe(1);
    const paid = await makeOrder();
    await payDemo(paid.sessionId, 'success');
    expect(await ask(paid.buyer, { claimId: paid.claimId })).toEqual([409, 'unit-paid']);
  });

  it('closes its payment page first, takes its order back, and sends no mail to who knows', async () => {
    const ordered = await makeOrder();
    await giveUnitBack(ordered.buyer, ordered);
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'RELEASED',
      order: 'CANCELLED',
      payments: ['EXPIRED'],
    });
    expect((await payDemo(ordered.sessionId, 'success'))?.next).toBe('over');
    await runJobs();
    expect(await db.mail.count({ where: { memberId: ordered.buyer.id } })).toBe(0);
    expect(await refusal(resumePayment(ordered.buyer, { number: ordered.placed.number }))).toBe('hold-ended');
  });

  it('stays with who has paid, though no webhook came', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'success');
    expect(await refusal(giveUnitBack(ordered.buyer, ordered))).toBe('unit-paid');
    expect(await standOf(ordered.claimId)).toMatchObject({
      claim: 'PAID',
      order: 'PAID',
      payments: ['PAID'],
      refunds: [],
    });
  });

  it('is not freed while the gateway is taking money, or does not answer', async () => {
    const ordered = await makeOrder();
    replaceProvider('demo', {
      ...demo,
      getSession: async (id) => ({ ...(await demo.getSession(id)), status: 'processing', url: null }),
    });
    expect(await refusal(giveUnitBack(ordered.buyer, ordered))).toBe('payment-running');
    replaceProvider('demo', { ...demo, expireSession: () => Promise.reject(new Error('down')) });
    await expect(giveUnitBack(ordered.buyer, ordered)).rejects.toThrow('down');
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'HELD', order: 'PENDING', payments: ['OPEN'] });
  });

  it('is refunded, not kept, should its money come all the same', async () => {
    const ordered = await makeOrder();
    await payDemo(ordered.sessionId, 'late');
    await giveUnitBack(ordered.buyer, ordered);
    await runJobs(later());
    expect(await standOf(ordered.claimId)).toMatchObject({ claim: 'RELEASED', order: 'REFUNDED', refunds: ['DONE'] });
    expect(await booksOf(ordered.drop.allotmentIds[0]!)).toMatchObject({ remaining: 1, live: 0, taken: 0 });
  });
});
