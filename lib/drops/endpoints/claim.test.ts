import { solveChallenge } from 'altcha-lib/v1';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';

import { guest, system, type SignedIn } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import type { Answer, EndpointRequest } from '@/lib/core/endpoint';
import { after, clock, minute, moveClock } from '@/lib/core/time';
import { announceDrop, keepClaim, releaseClaim } from '../commands';
import { suspendMember } from '@/lib/members/commands';
import { mayHold } from '../gate';
import type { Challenge } from '../gate/challenge';
import { actorOf } from '@/lib/server/actor';
import { asRoles } from '@/tests/support/as-roles';
import { booksOf, makeDrop, makeFans, makeOperator, passFor, type MadeDrop } from '@/tests/support/drop-factories';
import { countStatements } from '@/tests/support/database';

import { dropClaimEndpoint } from './claim';
import { dropChallengeEndpoint } from './challenge';
import { dropPassEndpoint } from './pass';
import { dropStateEndpoint } from './state';

let addresses = 0;

function requestOf(
  drop: MadeDrop,
  fan: SignedIn | null,
  variant = 0,
  more: Partial<EndpointRequest> = {},
): EndpointRequest {
  return {
    params: { slug: drop.slug },
    query: new URLSearchParams(),
    ip: `10.0.${(addresses += 1) >> 8}.${addresses & 255}`,
    actor: async () => fan ?? guest,
    memberId: async () => fan?.id ?? null,
    body: async () => ({ variantId: drop.variantIds[variant], ...(fan && { pass: passFor(drop, fan) }) }),
    ...more,
  };
}

const askPass = (drop: MadeDrop, fan: SignedIn | null, more: Partial<EndpointRequest> = {}) =>
  dropPassEndpoint.answer(requestOf(drop, fan, 0, more));
const claim = (drop: MadeDrop, fan: SignedIn | null, variant = 0, more: Partial<EndpointRequest> = {}) =>
  dropClaimEndpoint.answer(requestOf(drop, fan, variant, more));
const state = async (drop: MadeDrop) =>
  (await dropStateEndpoint.answer(requestOf(drop, null))).body as { phase: string; variants: { remaining: number }[] };
const error = ({ status, body }: Answer) => [status, (body as { error?: string }).error];

afterEach(() => moveClock(0));

describe('the claim endpoint', () => {
  it('sells every unit once to 200 members who come at the same time', async () => {
    const drop = await makeDrop({ units: [20] });
    const fans = await makeFans(200);
    const answers = await Promise.all(fans.flatMap((fan) => [claim(drop, fan), claim(drop, fan)]));
    const count = (status: number) => answers.filter((each) => each.status === status).length;
    expect([count(201), count(200), count(409)]).toEqual([20, 20, 360]);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 0, live: 20, taken: 20 });
    expect((await state(drop)).phase).toBe('sold-out');
  });

  it('takes no pass from before a suspension, and tells its member nothing but that it has ended', async () => {
    const drop = await makeDrop({ units: [5] });
    const [fan, other] = await makeFans(2);
    const passOf = async (member: SignedIn) => (await askPass(drop, member)).body as { pass: string };
    const [before, others] = [await passOf(fan!), await passOf(other!)];
    const moderator = await makeOperator();
    const claimWith = ({ pass }: { pass: string }, member: SignedIn) =>
      claim(drop, member, 0, { body: async () => ({ variantId: drop.variantIds[0], pass }) });
    await expect
      .poll(async () => {
        await transact(suspendMember)(
          { ...moderator, ...asRoles('ADMIN') },
          { memberId: fan!.id, reason: 'A test', until: null },
        );
        await new Promise((resolve) => setTimeout(resolve, 50));
        return error(await claimWith(before, fan!));
      })
      .toEqual([401, 'pass-ended']);
    expect((await claimWith(others, other!)).status).toBe(201);
    expect(await db.claim.count({ where: { memberId: fan!.id } })).toBe(0);
  });

  it('answers a double click, and a refresh after the sell-out, with the same unit', async () => {
    const drop = await makeDrop({ units: [1] });
    const [fan, other] = await makeFans(2);
    const [first, second] = await Promise.all([claim(drop, fan!), claim(drop, fan!)]);
    expect([first!.status, second!.status].toSorted()).toEqual([200, 201]);
    expect(error(await claim(drop, other!))).toEqual([409, 'sold-out']);
    const later = await claim(drop, fan!);
    expect(later.status).toBe(200);
    expect(later.body).toMatchObject({
      claimId: (first!.body as { claimId: string }).claimId,
      variantId: drop.variantIds[0],
    });
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

  it('says sold out without asking the database, and still knows who holds a unit', async () => {
    const drop = await makeDrop({ units: [1] });
    const [lucky, unlucky] = await makeFans(2);
    await claim(drop, lucky!);
    // Once the ledger has been read again, memory knows everyone who was given a unit.
    await expect.poll(() => mayHold(drop.slug, unlucky!.id)).toBe(false);
    const { statements } = await countStatements(async () => {
      for (let round = 0; round < 3; round += 1) expect(error(await claim(drop, unlucky!))).toEqual([409, 'sold-out']);
    });
    expect(statements).toEqual([]);
    expect((await claim(drop, lucky!)).status).toBe(200);
  });

  it('notices a unit that came back, from any process', async () => {
    const drop = await makeDrop({ units: [1] });
    const [first, second] = await makeFans(2);
    const { claimId } = (await claim(drop, first!)).body as { claimId: string };
    expect(error(await claim(drop, second!))).toEqual([409, 'sold-out']);
    await transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' });
    await expect.poll(async () => (await claim(drop, second!)).status, { interval: 100 }).toBe(201);
  });

  it('closes in time, and refuses what it cannot read', async () => {
    const drop = await makeDrop({ closesAt: after(clock(), minute) });
    const [fan] = await makeFans(1);
    expect(error(await claim(drop, fan!, 0, { body: async () => undefined }))).toEqual([401, 'needs-pass']);
    expect(
      error(await claim(drop, fan!, 0, { body: async () => ({ variantId: randomUUID(), pass: passFor(drop, fan!) }) })),
    ).toEqual([400, 'invalid']);
    moveClock(minute);
    expect(error(await claim(drop, fan!))).toEqual([409, 'closed']);
    expect(error(await claim({ ...drop, slug: 'no-such-drop' }, fan!))).toEqual([404, 'not-found']);
  });

  it('gives a pass to confirmed members of enough trust, with a reservation where one is needed', async () => {
    const drop = await makeDrop({ minTrust: 2, needsReservation: true });
    const [low, high] = [(await makeFans(1, 1))[0]!, (await makeFans(1, 2))[0]!];
    expect(error(await askPass(drop, null))).toEqual([401, 'signed-out']);
    expect(error(await askPass(drop, { ...high, confirmed: false }))).toEqual([403, 'unconfirmed']);
    expect(error(await askPass(drop, low))).toEqual([409, 'needs-trust']);
    expect(error(await askPass(drop, high))).toEqual([409, 'needs-reservation']);
    await db.reservation.create({
      data: { dropId: drop.id, memberId: high.id, variantId: drop.variantIds[0]!, createdAt: clock() },
    });
    const { status, body } = await askPass(drop, high);
    expect([status, (body as { channels: string[] }).channels]).toEqual([200, ['RESERVED', 'PUBLIC']]);
    const { pass } = body as { pass: string };
    expect((await claim(drop, null, 0, { body: async () => ({ variantId: drop.variantIds[0], pass }) })).status).toBe(
      201,
    );
  });

  it('takes no pass that is missing, forged, out of date, or for another drop, and gives none before the opening', async () => {
    const [drop, other, later] = [
      await makeDrop(),
      await makeDrop(),
      await makeDrop({ opensAt: after(clock(), minute) }),
    ];
    const [fan] = await makeFans(1);
    const withPass = (pass: unknown) =>
      claim(drop, null, 0, { body: async () => ({ variantId: drop.variantIds[0], pass }) });
    const good = passFor(drop, fan!);
    const spoilt = good.slice(0, 20) + (good[20] === 'A' ? 'B' : 'A') + good.slice(21);
    for (const pass of [undefined, 7, '', spoilt, `${good}A`.slice(1), passFor(other, fan!)])
      expect(error(await withPass(pass))).toEqual([401, 'needs-pass']);
    expect(error(await withPass(passFor(drop, fan!, { until: clock().getTime() - 1_000 })))).toEqual([
      401,
      'pass-ended',
    ]);
    expect(error(await askPass(later, fan!))).toEqual([409, 'not-open']);
    expect((await withPass(good)).status).toBe(201);
  });

  it('asks for a proof of work where staff switched it on, and takes it from the member it was made for only', async () => {
    const drop = await makeDrop({ proofOfWork: true });
    const [fan, other] = await makeFans(2);
    expect(error(await askPass(drop, fan!))).toEqual([403, 'needs-proof']);
    const { algorithm, challenge, salt, signature, maxnumber } = (
      await dropChallengeEndpoint.answer(requestOf(drop, fan!))
    ).body as Challenge;
    const solution = await solveChallenge(challenge, salt, algorithm, maxnumber).promise;
    const proof = btoa(JSON.stringify({ algorithm, challenge, number: solution!.number, salt, signature }));
    expect(error(await askPass(drop, other!, { body: async () => ({ proof }) }))).toEqual([403, 'needs-proof']);
    expect((await askPass(drop, fan!, { body: async () => ({ proof }) })).status).toBe(200);
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

  it('gives a suspended member no pass from the next request on', async () => {
    const drop = await makeDrop();
    const [fan] = await makeFans(1);
    const asReadFromTheirSession = () => actorOf({ memberId: fan!.id, version: 1 });
    await db.suspension.create({ data: { memberId: fan!.id, reason: 'Sold what was not theirs', at: clock() } });
    expect(error(await askPass(drop, null, { actor: asReadFromTheirSession }))).toEqual([401, 'signed-out']);
  });

  it('learns of an announcement it looked for too soon', async () => {
    const drop = await makeDrop({ announced: false, opensAt: after(clock(), minute) });
    const [fan] = await makeFans(1);
    expect(error(await claim(drop, fan!))).toEqual([404, 'not-found']);
    await inTransaction(await makeOperator(), (ctx) => announceDrop(ctx, { dropId: drop.id }));
    await expect.poll(async () => error(await claim(drop, fan!)), { interval: 100 }).toEqual([409, 'not-open']);
  });
});
