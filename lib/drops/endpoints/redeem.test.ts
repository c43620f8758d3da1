import { afterEach, describe, expect, it } from 'vitest';

import { guest, type SignedIn } from '@/lib/core/actor';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour, minute, moveClock } from '@/lib/core/time';
import { flushRefusals } from '../gate';
import { getOwnDropPart } from '../queries';
import { getFCodes } from '../queries/f-codes';
import { giveFCodesForIdeas } from '@/lib/flows/drops/give-f-codes';
import { react } from '@/lib/server/react';
import { handleEndpoint } from '@/lib/server/handle-endpoint';
import { makeMember } from '@/tests/support/factories';
import { makeIdea, makeProduct } from '@/tests/support/feedback-factories';
import { holdBack, makeCode, makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';
import { refusal } from '@/tests/support/refusal';

import { dropRedeemEndpoint } from './redeem';

afterEach(() => moveClock(0));

let addresses = 0;

function redeem(drop: Pick<MadeDrop, 'slug'>, fan: SignedIn | null, body: unknown, ip = `10.7.0.${(addresses += 1)}`) {
  return handleEndpoint(dropRedeemEndpoint, {
    params: { slug: drop.slug },
    query: new URLSearchParams(),
    ip,
    actor: async () => fan ?? guest,
    body: async () => body,
  });
}

async function stage() {
  const drop = await makeDrop();
  await holdBack(drop, 5);
  const [fan, other] = await makeFans(2);
  return { drop, fan: fan!, other: other!, variantId: drop.variantIds[0]! };
}

describe('the redeem endpoint', () => {
  it('answers 201 with the unit, 200 with the same once more, and 409 to the next', async () => {
    const { drop, fan, other, variantId } = await stage();
    const { code } = await makeCode(drop);
    const first = await redeem(drop, fan, { variantId, code });
    const { claimId } = first.body as { claimId: string };
    expect(first).toMatchObject({
      status: 201,
      body: {
        claimId,
        variantId,
        checkout: `/checkout/${claimId}`,
        heldUntil: expect.any(String),
        now: expect.any(Number),
      },
    });
    expect(await redeem(drop, fan, { variantId, code })).toMatchObject({ status: 200, body: { claimId } });
    expect(await redeem(drop, other, { variantId, code })).toMatchObject({
      status: 409,
      body: { error: 'f-code-used' },
    });
    await flushRefusals();
    expect(
      await db.dropRefusal.findMany({ where: { dropId: drop.id }, select: { reason: true, count: true } }),
    ).toEqual([{ reason: 'f-code-used', count: 1 }]);
  });

  it('refuses guests, the unconfirmed, what it cannot read, and drops that are not there', async () => {
    const { drop, fan, variantId } = await stage();
    const { code } = await makeCode(drop);
    const answers = [
      redeem(drop, null, { variantId, code }),
      redeem(drop, { ...fan, confirmed: false }, { variantId, code }),
      redeem(drop, fan, { variantId }),
      redeem(drop, fan, undefined),
      redeem(drop, fan, { variantId: drop.id, code }),
      redeem({ slug: 'no-such-drop' }, fan, { variantId, code }),
    ];
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([401, 403, 400, 400, 400, 404]);
  });

  it('stops a member after ten tries and an address after sixty, in whatever process', async () => {
    const { drop, fan, variantId } = await stage();
    const tries = await Promise.all(
      Array.from({ length: 14 }, () => redeem(drop, fan, { variantId, code: 'F-0000-0000-0000' })),
    );
    expect(tries.map(({ status }) => status).toSorted()).toEqual([...Array(10).fill(409), ...Array(4).fill(429)]);
    expect(tries.find(({ status }) => status === 429)!.headers?.['retry-after']).toMatch(/^\d+$/);
    const crowd = await Promise.all(
      (await makeFans(64)).map((each) => redeem(drop, each, { variantId, code: 'x' }, '10.8.8.8')),
    );
    expect(crowd.filter(({ status }) => status === 429)).toHaveLength(4);
    moveClock(11 * minute);
    expect(
      (await redeem(drop, fan, { variantId, code: (await makeCode(drop, { expiresAt: after(clock(), hour) })).code }))
        .status,
    ).toBe(201);
  });
});

describe('a code for an idea', () => {
  it('goes to each author of an accepted idea once, is told to them, and is redeemed without typing', async () => {
    const product = await makeProduct();
    const drop = await makeDrop();
    await db.drop.update({ where: { id: drop.id }, data: { productId: product.id } });
    await holdBack(drop, 2);
    const [author, operator] = [await makeMember({ trust: 1 }), await makeOperator()];
    for (const stage of ['ACCEPTED', 'SHIPPED'] as const) await makeIdea(product, { author, stage });
    await makeIdea(product, { stage: 'NEW' });
    await makeIdea(product, { author: await makeMember({ roles: ['PRODUCT_OWNER'] }), stage: 'ACCEPTED' });
    const gift = { dropId: drop.id, note: '', expiresAt: after(clock(), day) };
    expect(await refusal(giveFCodesForIdeas(author, gift))).toBe('forbidden');
    expect([await giveFCodesForIdeas(operator, gift), await giveFCodesForIdeas(operator, gift)]).toEqual([
      { given: 1, without: [] },
      { given: 0, without: [] },
    ]);
    const { id: eventId } = await db.event.findFirstOrThrow({
      where: { name: 'fCode.issued', payload: { path: ['dropId'], equals: drop.id } },
    });
    await react(eventId);
    expect(await db.mail.findFirst({ where: { memberId: author.id, kind: 'fCode.issued' } })).toMatchObject({
      subject: expect.stringMatching(/F.code/),
    });
    const codesOf = async (who: SignedIn) => (await getOwnDropPart(reading(who), { slug: drop.slug }))!.codes;
    const [code] = await codesOf(author);
    expect(await codesOf((await makeFans(1))[0]!)).toEqual([]);
    expect((await redeem(drop, author, { variantId: drop.variantIds[0], codeId: code!.id })).status).toBe(201);
    expect(await codesOf(author)).toEqual([]);
    const forStaff = await getFCodes(reading(operator), { dropId: drop.id });
    expect(forStaff).toMatchObject({
      units: 2,
      usable: 0,
      redeemed: 1,
      left: 1,
      codes: [{ source: 'IDEA', state: 'used', boundTo: { handle: author.handle } }],
    });
    expect(await getFCodes(reading(operator), { dropId: (await makeDrop()).id })).toMatchObject({
      units: 0,
      usable: 0,
      redeemed: 0,
      left: 0,
      codes: [],
    });
  });

  it('goes to the earliest accepted as far as the units go, names who is without, and to those alone who are named', async () => {
    const product = await makeProduct();
    const [drop, operator] = [await makeDrop(), await makeOperator()];
    await db.drop.update({ where: { id: drop.id }, data: { productId: product.id } });
    await holdBack(drop, 2);
    const authors = await Promise.all(Array.from({ length: 4 }, () => makeMember({ trust: 1 })));
    for (const [at, author] of authors.entries()) {
      const { id } = await makeIdea(product, { author, stage: 'PLANNED' });
      await db.idea.update({ where: { id }, data: { stageAt: after(clock(), (at - 9) * day) } });
    }
    const [first, second, third, fourth] = authors.map(({ handle }) => handle) as [string, string, string, string];
    const give = (handles?: string[]) =>
      giveFCodesForIdeas(operator, { dropId: drop.id, note: '', expiresAt: after(clock(), day), handles });
    expect(await refusal(give([third, operator.handle]))).toBe('f-code-no-author');
    expect(await give([third])).toEqual({ given: 1, without: [] });
    expect(await give()).toEqual({ given: 1, without: [second, fourth] });
    const holders = await db.fCode.findMany({
      where: { dropId: drop.id },
      select: { boundTo: { select: { handle: true } } },
    });
    expect(holders.map(({ boundTo }) => boundTo!.handle).toSorted()).toEqual([first, third].toSorted());
    expect(await refusal(give())).toBe('f-code-pool');
  });
});
