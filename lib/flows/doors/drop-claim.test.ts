import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Answer, Knock } from '@/lib/core/door';
import { after, clock, minute, moveClock } from '@/lib/core/time';
import { announceDrop, keepClaim, releaseClaim } from '@/lib/drops/commands';
import { actorOf } from '@/lib/web/actor';
import { booksOf, makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';
import { countStatements } from '@/tests/support/database';

import { dropClaimDoor } from './drop-claim';
import { dropStateDoor } from './drop-state';

let addresses = 0;

function knockOf(drop: MadeDrop, fan: SignedIn | null, variant = 0, more: Partial<Knock> = {}): Knock {
  return {
    params: { slug: drop.slug }, query: new URLSearchParams(), ip: `10.0.${(addresses += 1) >> 8}.${addresses & 255}`,
    actor: async () => fan ?? guest,
    memberId: async () => fan?.id ?? null,
    body: async () => ({ variantId: drop.variantIds[variant] }),
    ...more,
  };
}

const claim = (drop: MadeDrop, fan: SignedIn | null, variant = 0, more: Partial<Knock> = {}) => dropClaimDoor.answer(knockOf(drop, fan, variant, more));
const state = async (drop: MadeDrop) => (await dropStateDoor.answer(knockOf(drop, null))).body as { phase: string; variants: { remaining: number }[] };
const error = ({ status, body }: Answer) => [status, (body as { error?: string }).error];

afterEach(() => moveClock(0));

describe('the claim door', () => {
  it('sells every unit once to 200 members who come at the same time', async () => {
    const drop = await makeDrop({ units: [20] });
    const fans = await makeFans(200);
    const answers = await Promise.all(fans.flatMap((fan) => [claim(drop, fan), claim(drop, fan)]));
    const count = (status: number) => answers.filter((each) => each.status === status).length;
    expect([count(201), count(200), count(409)]).toEqual([20, 20, 360]);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 0, live: 20, taken: 20 });
    expect((await state(drop)).phase).toBe('sold-out');
  });

  it('answers a double click, and a refresh after the sell-out, with the same unit', async () => {
    const drop = await makeDrop({ units: [1] });
    const [fan, other] = await makeFans(2);
    const [first, second] = await Promise.all([claim(drop, fan!), claim(drop, fan!)]);
    expect([first!.status, second!.status].toSorted()).toEqual([200, 201]);
    expect(error(await claim(drop, other!))).toEqual([409, 'sold-out']);
    const later = await claim(drop, fan!);
    expect(later.status).toBe(200);
    expect(later.body).toMatchObject({ claimId: (first!.body as { claimId: string }).claimId, variantId: drop.variantIds[0] });
  });

  it('tells who is too early when it opens, and asks the database nothing', async () => {
    const opensAt = after(clock(), minute);
    const drop = await makeDrop({ opensAt });
    const [fan] = await makeFans(1);
    await claim(drop, fan!);
    const { result, statements } = await countStatements(() => claim(drop, fan!));
    expect(result).toMatchObject({ status: 409, body: { error: 'not-open', opensAt: opensAt.toISOString() } });
    expect(statements).toEqual([]);
    moveClock(minute);
    expect((await claim(drop, fan!)).status).toBe(201);
  });

  it('says sold out without asking the database for strangers, and once in a while for members', async () => {
    const drop = await makeDrop({ units: [1] });
    const [lucky, unlucky] = await makeFans(2);
    await claim(drop, lucky!);
    expect(error(await claim(drop, unlucky!))).toEqual([409, 'sold-out']);
    const { statements } = await countStatements(async () => {
      for (const fan of [null, unlucky!, unlucky!]) expect(error(await claim(drop, fan))).toEqual([409, 'sold-out']);
    });
    expect(statements).toEqual([]);
  });

  it('notices a unit that came back, from any process', async () => {
    const drop = await makeDrop({ units: [1] });
    const [first, second] = await makeFans(2);
    const { claimId } = (await claim(drop, first!)).body as { claimId: string };
    expect(error(await claim(drop, second!))).toEqual([409, 'sold-out']);
    await transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' });
    await vi.waitFor(async () => expect((await claim(drop, second!)).status).toBe(201), { timeout: 3_000, interval: 100 });
  });

  it('closes in time, and refuses what it cannot read', async () => {
    const drop = await makeDrop({ closesAt: after(clock(), minute) });
    const [fan] = await makeFans(1);
    expect(error(await claim(drop, fan!, 0, { body: async () => undefined }))).toEqual([400, 'invalid']);
    expect(error(await claim(drop, fan!, 0, { body: async () => ({ variantId: randomUUID() }) }))).toEqual([400, 'invalid']);
    moveClock(minute);
    expect(error(await claim(drop, fan!))).toEqual([409, 'closed']);
    expect(error(await claim({ ...drop, slug: 'no-such-drop' }, fan!))).toEqual([404, 'not-found']);
  });

  it('admits confirmed members of enough trust, with a reservation where one is needed', async () => {
    const drop = await makeDrop({ minTrust: 2, needsReservation: true });
    const [low, high] = [(await makeFans(1, 1))[0]!, (await makeFans(1, 2))[0]!];
    expect(error(await claim(drop, null))).toEqual([401, 'signed-out']);
    expect(error(await claim(drop, { ...high, confirmed: false }))).toEqual([403, 'unconfirmed']);
    expect(error(await claim(drop, low))).toEqual([409, 'needs-trust']);
    expect(error(await claim(drop, high))).toEqual([409, 'needs-reservation']);
    await db.reservation.create({ data: { dropId: drop.id, memberId: high.id, variantId: drop.variantIds[0]!, createdAt: clock() } });
    expect((await claim(drop, high)).status).toBe(201);
  });

  it('sells one to a member who has bought one', async () => {
    const drop = await makeDrop({ units: [5, 5] });
    const [fan] = await makeFans(1);
    const { claimId } = (await claim(drop, fan!)).body as { claimId: string };
    expect((await claim(drop, fan!, 1)).body).toMatchObject({ claimId, variantId: drop.variantIds[0] });
    await transact(keepClaim)(system, { claimId });
    expect(error(await claim(drop, fan!, 1))).toEqual([409, 'already-owned-limit']);
  });

  it('stops a member who hammers, and an address that does', async () => {
    const drop = await makeDrop({ units: [5] });
    const [fan] = await makeFans(1);
    const many = await Promise.all(Array.from({ length: 80 }, () => claim(drop, fan!)));
    const stopped = many.filter(({ status }) => status === 429);
    expect(stopped.length).toBeGreaterThanOrEqual(20);
    expect(stopped[0]!.headers?.['retry-after']).toMatch(/^\d+$/);
    const flood = await Promise.all(Array.from({ length: 1_300 }, () => claim(drop, null, 0, { ip: '10.9.9.9' })));
    expect(flood.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(100);
  });

  it('shuts a suspended member out from the next request on', async () => {
    const drop = await makeDrop();
    const [fan] = await makeFans(1);
    const asReadFromTheirSession = () => actorOf({ memberId: fan!.id, version: 1 });
    await db.suspension.create({ data: { memberId: fan!.id, reason: 'Sold what was not theirs', at: clock() } });
    expect(error(await claim(drop, null, 0, { actor: asReadFromTheirSession, memberId: async () => fan!.id }))).toEqual([401, 'signed-out']);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ live: 0 });
  });

  it('learns of an announcement it looked for too soon', async () => {
    const drop = await makeDrop({ announced: false, opensAt: after(clock(), minute) });
    const [fan] = await makeFans(1);
    expect(error(await claim(drop, fan!))).toEqual([404, 'not-found']);
    await inTransaction(await makeOperator(), (ctx) => announceDrop(ctx, { dropId: drop.id }));
    await vi.waitFor(async () => expect(error(await claim(drop, fan!))).toEqual([409, 'not-open']), { timeout: 3_000, interval: 100 });
  });
});
