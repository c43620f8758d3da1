import { expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour, second } from '@/lib/core/time';
import { keepClaim, releaseClaim } from '@/lib/drops/commands';
import { getDrop, getReport } from '@/lib/drops/queries';
import { moveUnits, settleBatch } from '@/lib/drops/sql';
import { arrivals, holdBack, makeDrop, makeFans } from '@/tests/support/drop-factories';

import { sumOf } from './sums';

const opened = after(clock(), -day);
const at = (seconds: number) => after(opened, seconds * second);

it('the figures of a drop that is over add up, with what is left by channel, on its page and in its report', async () => {
  const drop = await makeDrop({ units: [5], opensAt: opened, closesAt: after(opened, hour) });
  await holdBack(drop, 3);
  const { id: staffUnits } = await db.allotment.create({
    data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'STAFF', units: 1, remaining: 0 },
    select: { id: true },
  });
  await moveUnits(db, { allotmentId: staffUnits, kind: 'OFFERED', delta: 1, claimIds: [null], at: at(-9) });
  const settled = await settleBatch(drop.allotmentIds[0]!, arrivals(...(await makeFans(4))), at(3));
  const [kept, held, expired, refunded] = settled.map(({ claimId }) => claimId!) as [string, string, string, string];
  for (const claimId of [kept, refunded]) await transact(keepClaim)(system, { claimId }, { now: at(30) });
  await transact(releaseClaim)(system, { claimId: expired, cause: 'EXPIRED' }, { now: at(40) });
  await transact(releaseClaim)(system, { claimId: refunded, cause: 'REFUNDED' }, { now: at(50) });
  const now = { ...reading(system), now: at(4_000) };
  const page = (await getDrop(now, { slug: drop.slug }))!;
  const { paid, held: holding, left } = page.figures!;
  expect({ paid, holding, left: Object.fromEntries(left.map(({ channel, units }) => [channel, units])) }).toEqual({
    paid: 1,
    holding: 1,
    left: { PUBLIC: 3, FCODE: 3, STAFF: 1 },
  });
  expect(paid + holding + left.reduce((sum, { units }) => sum + units, 0)).toBe(
    page.waves.reduce((sum, { units }) => sum + units, 0),
  );
  const sums = sumOf((await getReport(now, { slug: drop.slug }))!.report!.cells);
  expect(sums).toMatchObject({ offered: 9, held: 1, paid: 2, refunded: 1, remaining: 7 });
  expect(sums.offered + sums.added + sums.carriedIn - sums.carriedOut).toBe(
    sums.held + sums.paid - sums.refunded + sums.remaining,
  );
  expect(await db.claim.count({ where: { id: held, state: 'HELD' } })).toBe(1);
});
