import { afterEach, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, minute, moveClock } from '@/lib/core/time';
import { refusal } from '@/tests/support/refusal';
import { booksOf, makeCode, makeFans } from '@/tests/support/drop-factories';
import { expire, issue, many, redeem, settledOf, stage } from '@/tests/support/f-codes';

import { keepClaim, releaseClaim, retakeUnit } from '../commands';

afterEach(() => moveClock(0));

describe('a hold that ran out', () => {
  it('frees its code and its unit once', async () => {
    const { drop, held } = await stage(1);
    const { id, code } = await makeCode(drop);
    const [first] = await makeFans(1);
    const { claimId } = await redeem(first!, drop, code);
    const freed = await Promise.all(many(8, () => expire(claimId)));
    expect(freed.filter(Boolean)).toHaveLength(1);
    expect(await db.fCode.findUniqueOrThrow({ where: { id } })).toMatchObject({ redeemedAt: null, redeemedById: null });
    expect(await booksOf(held)).toMatchObject({ remaining: 1, live: 0 });
    const again = await settledOf((await makeFans(20)).map((fan) => redeem(fan, drop, code)));
    expect(again.filter((each) => typeof each === 'object')).toHaveLength(1);
    expect(await booksOf(held)).toMatchObject({ remaining: 0, live: 1 });
  });

  it('leaves its code out of date when that ran out meanwhile; a refund leaves it used', async () => {
    const { drop } = await stage();
    const [a, b] = [await makeCode(drop, { expiresAt: after(clock(), minute) }), await makeCode(drop)];
    const [first, second] = await makeFans(2);
    await expire((await redeem(first!, drop, a.code)).claimId);
    const { claimId } = await redeem(second!, drop, b.code);
    await transact(keepClaim)(system, { claimId });
    await transact(releaseClaim)(system, { claimId, cause: 'REFUNDED' });
    moveClock(2 * minute);
    expect([await refusal(redeem(first!, drop, a.code)), await refusal(redeem(second!, drop, b.code))]).toEqual([
      'f-code-expired',
      'f-code-used',
    ]);
  });

  it('is taken up again by late money with its code, unless that was used again or another code would lose its unit', async () => {
    const { drop, held, operator } = await stage(1);
    const { id, code } = await makeCode(drop, { expiresAt: after(clock(), minute) });
    const [first, second] = await makeFans(2);
    const { claimId } = await redeem(first!, drop, code);
    await expire(claimId);
    expect(await transact(retakeUnit)(system, { claimId })).toBe(true);
    expect(await refusal(redeem(second!, drop, code))).toBe('f-code-used');
    await transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' });
    moveClock(2 * minute);
    await issue(operator, drop);
    expect(await transact(retakeUnit)(system, { claimId })).toBe(false);
    expect(await db.fCode.findUniqueOrThrow({ where: { id } })).toMatchObject({ redeemedAt: null });
    expect(await booksOf(held)).toMatchObject({ remaining: 1, live: 0 });
  });

  it('goes either to late money or to the next who has the code, never to both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { drop, held } = await stage(3);
      const { code } = await makeCode(drop);
      const [first, second] = await makeFans(2);
      const { claimId } = await redeem(first!, drop, code);
      await expire(claimId);
      const answers = await settledOf<unknown>([
        transact(retakeUnit)(system, { claimId }),
        redeem(second!, drop, code),
      ]);
      expect([
        [true, 'f-code-used'],
        [false, expect.objectContaining({ fresh: true })],
      ]).toContainEqual(answers);
      expect(await booksOf(held)).toMatchObject({ remaining: 2, live: 1 });
    }
  });
});
