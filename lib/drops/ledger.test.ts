import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { after, clock } from '@/lib/core/time';
import { arrivals, booksOf, makeDrop, makeFans, makeOperator } from '@/tests/support/drop-factories';

import {
  addUnits,
  cancelDrop,
  joinWaitlist,
  keepClaim,
  pauseWave,
  releaseClaim,
  resumeWave,
  retakeUnit,
} from './commands';
import { settleBatch } from './sql';

type Step =
  | { do: 'claim'; fans: number[]; variant: number }
  | { do: 'keep' | 'release' | 'refund' | 'retake'; pick: number }
  | { do: 'add'; variant: number; units: number }
  | { do: 'wait'; fan: number; variant: number }
  | { do: 'pause' }
  | { do: 'resume' }
  | { do: 'cancel' };

const fanCount = 8;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('claim' as const),
      fans: fc.array(fc.nat(fanCount - 1), { minLength: 1, maxLength: 6 }),
      variant: fc.nat(1),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('keep' as const, 'release' as const, 'refund' as const, 'retake' as const),
      pick: fc.nat(30),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      variant: fc.nat(1),
      units: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), fan: fc.nat(fanCount - 1), variant: fc.nat(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>(
      { do: 'pause' },
      { do: 'pause' },
      { do: 'resume' },
      { do: 'resume' },
      { do: 'cancel' },
    ),
  },
);

async function world() {
  const drop = await makeDrop({ units: [3, 2] });
  return { drop, fans: await makeFans(fanCount), operator: await makeOperator() };
}

type Stage = Awaited<ReturnType<typeof world>>;

async function run({ drop, fans, operator }: Stage, each: Step): Promise<void> {
  if (each.do === 'claim')
    return void (await settleBatch(
      drop.allotmentIds[each.variant]!,
      arrivals(...each.fans.map((at) => fans[at]!)),
      clock(),
    ));
  if (each.do === 'wait')
    return void (await allowed(
      transact(joinWaitlist)(fans[each.fan]!, { dropId: drop.id, variantId: drop.variantIds[each.variant]! }),
    ));
  if (each.do === 'pause' || each.do === 'resume') {
    const deed = each.do === 'pause' ? pauseWave : resumeWave;
    return void (await allowed(
      transact(deed)(operator, { dropId: drop.id, waveId: drop.waveId, reason: 'A look at the box' }),
    ));
  }
  if (each.do === 'cancel') return transact(cancelDrop)(operator, { dropId: drop.id, reason: 'A fault in the case' });
  if (each.do === 'add') {
    const input = {
      dropId: drop.id,
      allotmentId: drop.allotmentIds[each.variant]!,
      units: each.units,
      reason: 'More were made',
    };
    return void (await allowed(transact(addUnits)(operator, input)));
  }
  const claims = await db.claim.findMany({ where: { dropId: drop.id }, orderBy: { id: 'asc' }, select: { id: true } });
  const claimId = claims.length > 0 ? claims[each.pick % claims.length]!.id : undefined;
  if (!claimId) return;
  if (each.do === 'keep') await transact(keepClaim)(system, { claimId });
  else if (each.do === 'retake') await transact(retakeUnit)(system, { claimId });
  else await transact(releaseClaim)(system, { claimId, cause: each.do === 'refund' ? 'REFUNDED' : 'EXPIRED' });
}

// What the rules refuse in this state changes nothing.
async function allowed(deed: Promise<unknown>): Promise<void> {
  await deed.catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error;
  });
}

async function holds({ drop }: Stage): Promise<void> {
  for (const allotmentId of drop.allotmentIds) {
    const { units, remaining, live, taken, ledger } = await booksOf(allotmentId);
    expect({ taken, live, ledger }).toEqual({ taken: units - remaining, live: units - remaining, ledger: remaining });
    expect(remaining).toBeGreaterThanOrEqual(0);
  }
  const twice = await db.claim.groupBy({
    by: ['memberId'],
    where: { dropId: drop.id, state: { not: 'RELEASED' } },
    having: { memberId: { _count: { gt: 1 } } },
  });
  expect(twice).toEqual([]);
}

describe('the ledger of units', () => {
  it('agrees with the stock and the claims after every step of any schedule', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const stage = await world();
        for (const each of steps) {
          await run(stage, each);
          await holds(stage);
        }
      }),
      { numRuns: process.env.SOAK ? 300 : 15, endOnFailure: true },
    );
  }, 900_000);

  it('agrees after any schedule whose steps run at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const stage = await world();
        await settleBatch(stage.drop.allotmentIds[0]!, arrivals(...stage.fans), clock());
        await Promise.all(steps.map((each) => run(stage, each)));
        await holds(stage);
      }),
      { numRuns: process.env.SOAK ? 300 : 15, endOnFailure: true },
    );
  }, 900_000);

  it('cannot be changed or shortened', async () => {
    const { drop } = await world();
    await expect(
      db.unitMovement.updateMany({ where: { allotmentId: drop.allotmentIds[0]! }, data: { delta: 0 } }),
    ).rejects.toThrow(/append-only/);
    await expect(db.unitMovement.deleteMany({ where: { allotmentId: drop.allotmentIds[0]! } })).rejects.toThrow(
      /append-only/,
    );
  });
});

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

describe('a cancelled drop', () => {
  it('frees what is held, leaves what is paid to the refund, and takes no more claims', async () => {
    const { drop, fans, operator } = await world();
    const [paid, held] = await settleBatch(drop.allotmentIds[0]!, arrivals(fans[0]!, fans[1]!), clock());
    await transact(keepClaim)(system, { claimId: paid!.claimId! });
    await transact(cancelDrop)(operator, { dropId: drop.id, reason: 'The shells cracked in the cold' });
    const states = await db.claim.findMany({ where: { dropId: drop.id }, select: { id: true, state: true } });
    expect(Object.fromEntries(states.map((each) => [each.id, each.state]))).toEqual({
      [paid!.claimId!]: 'PAID',
      [held!.claimId!]: 'RELEASED',
    });
    expect((await settleBatch(drop.allotmentIds[0]!, arrivals(fans[2]!), clock()))[0]!.outcome).toBe('closed');
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 2, live: 1, taken: 1 });
    const events = await db.event.findMany({
      where: { name: { in: ['drop.cancelled', 'claim.released'] }, payload: { path: ['dropId'], equals: drop.id } },
    });
    expect(events).toHaveLength(2);
  });

  it('leaves no unit behind when it is cancelled in the middle of a rush', async () => {
    const { drop, fans, operator } = await world();
    const rush = fans.map((fan) => settleBatch(drop.allotmentIds[0]!, arrivals(fan), clock()));
    await Promise.all([
      ...rush,
      inTransaction(operator, (ctx) => cancelDrop(ctx, { dropId: drop.id, reason: 'Called off in time' })),
    ]);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 3, live: 0, taken: 0 });
  });
});
