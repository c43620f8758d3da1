import { expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour, second } from '@/lib/core/time';
import { keepClaim, releaseClaim } from '@/lib/drops/commands';
import { enterBatch, moveUnits, settleBatch } from '@/lib/drops/sql';
import { arrivals, makeCode, makeDrop, makeFans } from '@/tests/support/drop-factories';

import { getDropCounts } from './get-drop-counts';

const opened = after(clock(), -day);
const at = (seconds: number) => after(opened, seconds * second);
const read = (id: string, seconds: number) => getDropCounts(reading(system, at(seconds)), { id });

it('tells staff what is held, paid, given back and left, by channel, and who waits and was refused', async () => {
  const drop = await makeDrop({ units: [5], opensAt: opened, closesAt: at(day / second) });
  const coded = await db.allotment.create({
    data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'FCODE', units: 2, remaining: 0 },
    select: { id: true },
  });
  await moveUnits(db, { allotmentId: coded.id, kind: 'OFFERED', delta: 2, claimIds: [null], at: at(-60) });
  const fans = await makeFans(5);
  const settled = await settleBatch(drop.allotmentIds[0]!, arrivals(fans[0]!, fans[1]!, fans[2]!), at(3));
  await settleBatch(coded.id, arrivals(fans[3]!), at(4));
  await transact(keepClaim)(system, { claimId: settled[0]!.claimId! }, { now: at(30) });
  await transact(releaseClaim)(system, { claimId: settled[1]!.claimId!, cause: 'EXPIRED' }, { now: at(4) });
  for (const fan of fans.slice(0, 3))
    await db.reservation.create({
      data: { dropId: drop.id, memberId: fan.id, variantId: drop.variantIds[0]!, createdAt: at(-60) },
    });
  const place = (who: number, endedAt: Date | null) =>
    db.waitlistPlace.create({
      data: { dropId: drop.id, variantId: drop.variantIds[0]!, memberId: fans[who]!.id, createdAt: at(9), endedAt },
    });
  await Promise.all([place(4, null), place(3, at(20))]);
  await db.dropRefusal.create({ data: { dropId: drop.id, reason: 'sold-out', count: 7 } });
  const counts = await read(drop.id, 100);
  expect(
    counts.stock.map(({ channel, units, remaining, held, paid, released }) => [
      channel,
      units,
      remaining,
      held,
      paid,
      released,
    ]),
  ).toEqual([
    ['PUBLIC', 5, 3, 1, 1, 1],
    ['FCODE', 2, 1, 1, 0, 0],
  ]);
  expect(counts).toMatchObject({ reserved: 3, waiting: 1, refusals: [{ reason: 'sold-out', count: 7 }] });
  expect(counts.pace).toEqual({
    wave: 1,
    opensAt: opened.getTime(),
    step: 1,
    claimed: [0, 0, 0, 3, 1],
    returned: [0, 0, 0, 0, 1],
    // What was claimed with a code is not for everyone.
    net: [0, 0, 0, 3, -1],
  });
});

it('widens its steps with the time that it has to show, and shows the wave that opened last', async () => {
  const drop = await makeDrop({ units: [9], opensAt: opened, closesAt: after(opened, hour) });
  expect((await read(drop.id, -1)).pace).toBeNull();
  expect((await read(drop.id, 1)).pace).toEqual({
    wave: 1,
    opensAt: opened.getTime(),
    step: 1,
    claimed: [],
    returned: [],
    net: [],
  });
  const fans = await makeFans(3);
  for (const [who, seconds] of [
    [0, 0],
    [1, 59],
    [2, 3_000],
  ] as const)
    await settleBatch(drop.allotmentIds[0]!, arrivals(fans[who]!), at(seconds));
  expect((await read(drop.id, 100)).pace).toMatchObject({
    step: 1,
    claimed: expect.objectContaining({ length: 60, 0: 1, 59: 1 }),
  });
  const { step, claimed } = (await read(drop.id, 3_600)).pace!;
  expect([step, claimed.length, claimed[0], claimed[1], claimed.at(-1)]).toEqual([30, 101, 1, 1, 1]);
  await db.wave.create({
    data: {
      dropId: drop.id,
      number: 2,
      opensAt: at(7_200),
      closesAt: at(9_000),
      allotments: { create: { variantId: drop.variantIds[0]!, units: 0, remaining: 0 } },
    },
  });
  expect((await read(drop.id, 7_100)).pace!.wave).toBe(1);
  expect((await read(drop.id, 7_200)).pace).toMatchObject({ wave: 2, claimed: [] });
});

it('tells of each wave by itself: where it stands, who entered, and of the F-codes', async () => {
  const drop = await makeDrop({ mode: 'DRAW', units: [1], opensAt: opened, closesAt: at(3_600) });
  const coded = await db.allotment.create({
    data: { waveId: drop.waveId, variantId: drop.variantIds[0]!, channel: 'FCODE', units: 2, remaining: 2 },
    select: { id: true },
  });
  await makeCode(drop, { expiresAt: at(9_000) });
  const fans = await makeFans(3);
  await enterBatch(
    drop.waveId,
    fans.map(({ id }) => ({ memberId: id, emailKey: id, allotmentId: drop.allotmentIds[0]! })),
    at(60),
  );
  const next = await db.wave.create({
    data: {
      dropId: drop.id,
      number: 2,
      opensAt: at(7_200),
      closesAt: at(9_000),
      allotments: { create: { variantId: drop.variantIds[0]!, units: 3, remaining: 3 } },
    },
  });
  const counts = await read(drop.id, 100);
  expect(counts.waves.map(({ number, phase, decidesAt, decided }) => [number, phase, decidesAt, decided])).toEqual([
    [1, 'opening', at(3_600).getTime(), false],
    [2, 'upcoming', at(9_000).getTime(), false],
  ]);
  expect(counts.stock.map(({ wave, channel, entrants, remaining }) => [wave, channel, entrants, remaining])).toEqual([
    [1, 'PUBLIC', 3, 1],
    [1, 'FCODE', 0, 2],
    [2, 'PUBLIC', 0, 3],
  ]);
  expect(counts.codes).toEqual({ units: 2, issued: 1, usable: 1, redeemed: 0, left: 1 });
  await db.wave.update({ where: { id: next.id }, data: { pausedAt: at(7_300) } });
  await db.allotment.delete({ where: { id: coded.id } });
  const later = await read(drop.id, 7_400);
  expect([later.waves.map(({ phase }) => phase), later.codes]).toEqual([['ended', 'paused'], null]);
});

it('counts what came back after the last claim among the net, by which the sell-out is projected', async () => {
  const drop = await makeDrop({ units: [9], opensAt: opened, closesAt: at(day / second) });
  const settled = await settleBatch(drop.allotmentIds[0]!, arrivals(...(await makeFans(4))), at(2));
  for (const { claimId } of settled.slice(0, 3))
    await transact(releaseClaim)(system, { claimId: claimId!, cause: 'EXPIRED' }, { now: at(50) });
  expect((await read(drop.id, 100)).pace).toMatchObject({ claimed: [0, 0, 4], returned: [0, 0, 0], net: [0, 0, 1] });
});
