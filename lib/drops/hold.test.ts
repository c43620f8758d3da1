import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock } from '@/lib/core/time';
import { arrivals, booksOf } from '@/tests/support/drop-factories';
import { world } from '@/tests/support/ledger-world';

import { keepClaim, releaseClaim, retakeUnit } from './commands';
import { settleBatch } from './sql';

describe('a hold', () => {
  it('is given back once, though many ask at the same time', async () => {
    const { drop, fans } = await world();
    const [held] = await settleBatch(drop.allotmentIds[0]!, arrivals(fans[0]!), clock());
    const claimId = held!.claimId!;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' })),
    );
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ units: 3, remaining: 3, live: 0 });
  });

  it('is given back twice when neither lock nor state is looked at (control)', async () => {
    const { drop, fans } = await world();
    const [held] = await settleBatch(drop.allotmentIds[0]!, arrivals(fans[0]!, fans[1]!), clock());
    const naively = async () => {
      await db.claim.update({
        where: { id: held!.claimId! },
        data: { state: 'RELEASED', endedAt: clock(), endedWhy: 'EXPIRED' },
      });
      await db.allotment.update({ where: { id: drop.allotmentIds[0]! }, data: { remaining: { increment: 1 } } });
    };
    await Promise.all([naively(), naively()]);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ units: 3, remaining: 3, live: 1 });
  });

  it('is either kept or given back, never both', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { drop, fans } = await world();
      const [held] = await settleBatch(drop.allotmentIds[0]!, arrivals(fans[0]!), clock());
      const claimId = held!.claimId!;
      await Promise.all([
        transact(keepClaim)(system, { claimId }),
        transact(releaseClaim)(system, { claimId, cause: 'EXPIRED' }),
      ]);
      const kinds = (await db.unitMovement.findMany({ where: { claimId }, orderBy: { seq: 'asc' } })).map(
        ({ kind }) => kind,
      );
      expect([
        ['CLAIMED', 'RELEASED'],
        ['CLAIMED', 'PAID', 'RETURNED'],
      ]).toContainEqual(kinds);
    }
  });

  it('may be taken up again by late money while a unit is free, and not when none is', async () => {
    const { drop, fans } = await world();
    const allotmentId = drop.allotmentIds[1]!;
    const settled = await settleBatch(allotmentId, arrivals(fans[0]!, fans[1]!), clock());
    const [first, second] = settled.map(({ claimId }) => claimId!);
    await transact(releaseClaim)(system, { claimId: first!, cause: 'EXPIRED' });
    expect(await transact(retakeUnit)(system, { claimId: first! })).toBe(true);
    await transact(releaseClaim)(system, { claimId: second!, cause: 'EXPIRED' });
    await settleBatch(allotmentId, arrivals(fans[2]!), clock());
    expect(await transact(retakeUnit)(system, { claimId: second! })).toBe(false);
    expect(await booksOf(allotmentId)).toMatchObject({ remaining: 0, live: 2 });
  });

  it('that ended for another reason is not taken up again', async () => {
    const { drop, fans } = await world();
    const [held] = await settleBatch(drop.allotmentIds[0]!, arrivals(fans[0]!), clock());
    await transact(releaseClaim)(system, { claimId: held!.claimId!, cause: 'REFUNDED' });
    expect(await transact(retakeUnit)(system, { claimId: held!.claimId! })).toBe(false);
  });

  it("that has run out is not the member's any more, and not anybody else's before it is given back", async () => {
    const { drop, fans } = await world();
    const now = clock();
    await settleBatch(drop.allotmentIds[1]!, arrivals(fans[0]!, fans[1]!), now);
    const late = await settleBatch(drop.allotmentIds[1]!, arrivals(fans[0]!, fans[2]!), after(now, 901_000));
    expect(Object.fromEntries(late.map((each) => [each.memberId, each.outcome]))).toEqual({
      [fans[0]!.id]: 'hold-ended',
      [fans[2]!.id]: 'sold-out',
    });
  });
});
