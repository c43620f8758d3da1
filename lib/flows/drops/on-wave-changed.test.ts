import { expect, it } from 'vitest';

import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { addWave, extendWave } from '@/lib/drops/commands';
import { settleBatch } from '@/lib/drops/sql';
import { arrivals, makeDrop, makeFans, makeOperator } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';

it('a further wave and a later close are told to those who reserved and have no unit', async () => {
  const [drop, operator, fans] = [
    await makeDrop({ units: [1], closesAt: after(clock(), hour) }),
    await makeOperator(),
    await makeFans(3),
  ];
  const [holder, hopeful] = fans;
  for (const fan of [holder!, hopeful!])
    await db.reservation.create({
      data: { dropId: drop.id, memberId: fan.id, variantId: drop.variantIds[0]!, createdAt: clock() },
    });
  await settleBatch(drop.allotmentIds[0]!, arrivals(holder!), clock());
  await transact(extendWave)(operator, {
    dropId: drop.id,
    waveId: drop.waveId,
    closesAt: after(clock(), 2 * hour),
    reason: 'The net was slow',
  });
  await transact(addWave)(operator, {
    dropId: drop.id,
    opensAt: after(clock(), 3 * hour),
    closesAt: after(clock(), 4 * hour),
    units: { [drop.variantIds[0]!]: 2 },
  });
  await runJobs();
  const told = await db.notification.findMany({
    where: { memberId: { in: fans.map(({ id }) => id) } },
    select: { memberId: true, kind: true },
  });
  expect(told.map(({ memberId, kind }) => [memberId, kind]).toSorted()).toEqual([
    [hopeful!.id, 'wave.added'],
    [hopeful!.id, 'wave.extended'],
  ]);
});

it('a wave that is added to a plan is told to nobody', async () => {
  const [drop, operator] = [
    await makeDrop({ announced: false, opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) }),
    await makeOperator(),
  ];
  await transact(addWave)(operator, {
    dropId: drop.id,
    opensAt: after(clock(), 3 * hour),
    closesAt: after(clock(), 4 * hour),
    units: { [drop.variantIds[0]!]: 2 },
  });
  expect(await db.event.count({ where: { name: 'wave.added', payload: { path: ['dropId'], equals: drop.id } } })).toBe(
    0,
  );
});
