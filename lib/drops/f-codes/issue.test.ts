import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour, moveClock } from '@/lib/core/time';
import { refusal } from '@/tests/support/refusal';
import { booksOf, holdBack, makeCode, makeDrop, makeFans } from '@/tests/support/drop-factories';
import { expire, issue, many, redeem, settledOf, stage } from '@/tests/support/f-codes';
import { meeting } from '@/tests/support/meeting';

import { claimUnit, giveFCodes, keepClaim, releaseClaim, revokeFCode } from '../commands';
import { digestOf } from './code';

afterEach(() => moveClock(0));

describe('the pool', () => {
  it('is not for claims without a code', async () => {
    const drop = await makeDrop({ units: [0] });
    const held = await holdBack(drop, 3);
    expect(
      await refusal(transact(claimUnit)((await makeFans(1))[0]!, { dropId: drop.id, variantId: drop.variantIds[0]! })),
    ).toBe('sold-out');
    expect(await booksOf(held)).toMatchObject({ remaining: 3, live: 0 });
  });

  it('is never exceeded by members of staff who issue at the same time', async () => {
    const { drop, operator } = await stage(10);
    const answers = await settledOf(many(12, () => issue(operator, drop, { count: 2 })));
    expect(answers.filter((each) => typeof each === 'object')).toHaveLength(5);
    expect(answers.filter((each) => each === 'f-code-pool')).toHaveLength(7);
    expect(await db.fCode.count({ where: { dropId: drop.id } })).toBe(10);
  });

  it('is exceeded when its stock rows are not locked (control)', async () => {
    const { drop } = await stage(10);
    const met = meeting(6);
    const naively = async () => {
      const out = await db.fCode.count({ where: { dropId: drop.id } });
      await met();
      if (out + 2 <= 10) await Promise.all([makeCode(drop), makeCode(drop)]);
    };
    await Promise.all(many(12, naively));
    expect(await db.fCode.count({ where: { dropId: drop.id } })).toBeGreaterThan(10);
  });

  it('counts what can be used and what was, not what ran out, was taken back, or came back as money', async () => {
    const { drop, operator } = await stage(3);
    const fans = await makeFans(2);
    const { codes } = await issue(operator, drop, { count: 3 });
    expect(await refusal(issue(operator, drop))).toBe('f-code-pool');
    const { claimId } = await redeem(fans[0]!, drop, codes[0]!);
    expect(await refusal(issue(operator, drop))).toBe('f-code-pool');
    await expire(claimId);
    expect(await refusal(issue(operator, drop))).toBe('f-code-pool');
    const { id } = await db.fCode.findFirstOrThrow({ where: { dropId: drop.id, digest: digestOf(codes[1]!)! } });
    await transact(revokeFCode)(operator, { dropId: drop.id, codeId: id });
    expect(await refusal(issue(operator, drop, { count: 2 }))).toBe('f-code-pool');
    await issue(operator, drop);
    const paid = await redeem(fans[1]!, drop, codes[2]!);
    await transact(keepClaim)(system, { claimId: paid.claimId });
    expect(await refusal(issue(operator, drop))).toBe('f-code-pool');
    await transact(releaseClaim)(system, { claimId: paid.claimId, cause: 'REFUNDED' });
    await issue(operator, drop);
    moveClock(2 * hour);
    await db.wave.update({ where: { id: drop.waveId }, data: { closesAt: after(clock(), hour) } });
    expect((await issue(operator, drop, { count: 3, expiresAt: after(clock(), hour) })).codes).toHaveLength(3);
  });

  it('gives a member one code of their own, though staff press twice at once, and refuses what cannot be', async () => {
    const { drop, operator } = await stage(5);
    const fans = await makeFans(4);
    const gift = {
      dropId: drop.id,
      source: 'IDEA' as const,
      note: '',
      expiresAt: after(clock(), hour),
      memberIds: fans.map(({ id }) => id),
    };
    const given = await Promise.all(many(5, () => transact(giveFCodes)(operator, gift)));
    expect(given.reduce((sum, each) => sum + each.given, 0)).toBe(4);
    expect(
      await db.event.count({ where: { name: 'fCode.issued', payload: { path: ['dropId'], equals: drop.id } } }),
    ).toBe(4);
    const refused = [
      { handle: fans[0]!.handle, count: 2 },
      { handle: 'nobody-here' },
      { expiresAt: after(clock(), -1) },
      { count: 2 },
    ];
    expect(await Promise.all(refused.map((each) => refusal(issue(operator, drop, each))))).toEqual([
      'f-code-bound-one',
      'f-code-no-member',
      'f-code-expiry',
      'f-code-pool',
    ]);
    const planned = await makeDrop({ announced: false });
    await holdBack(planned, 1);
    expect(await refusal(issue(operator, planned, { handle: fans[0]!.handle }))).toBe('f-code-not-announced');
    expect((await issue(operator, planned)).codes).toHaveLength(1);
  });
});
