import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { Refused } from '@/lib/core/errors';
import { clock } from '@/lib/core/time';
import { arrivals, booksOf } from '@/tests/support/drop-factories';
import { fanCount, world } from '@/tests/support/ledger-world';

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

type Stage = Awaited<ReturnType<typeof world>>;

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
