import { afterEach, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, hour } from '@/lib/core/time';
import { turnOff } from '@/tests/support/areas';
import { makeDrop, makeFans, makeSoldOut } from '@/tests/support/drop-factories';

import { joinWaitlist, leaveWaitlist, withdrawReservation } from './commands';
import { listOwnParts } from './queries/list-own-parts';

afterEach(() => turnOff());

async function reserve(memberId: string, opensIn: number) {
  const drop = await makeDrop({ opensAt: after(clock(), opensIn), closesAt: after(clock(), 5 * hour) });
  const reserved = { dropId: drop.id, memberId, variantId: drop.variantIds[0]!, createdAt: clock() };
  await db.reservation.create({ data: reserved });
  return drop;
}

it('a member finds what they reserved and wait for also while drops are off, and gets out of each', async () => {
  const { drop: soldOut } = await makeSoldOut(1, 0);
  const [fan, other] = await makeFans(2);
  const reserved = await reserve(fan!.id, hour);
  await reserve(other!.id, hour);
  await transact(joinWaitlist)(fan!, { dropId: soldOut.id, variantId: soldOut.variantIds[0]! });
  await turnOff('shop');
  const own = async () => (await listOwnParts(reading(fan!))).map(({ kind, dropId }) => [kind, dropId]);
  expect(await own()).toEqual([
    ['reserved', reserved.id],
    ['waiting', soldOut.id],
  ]);
  await transact(withdrawReservation)(fan!, { dropId: reserved.id });
  await transact(leaveWaitlist)(fan!, { dropId: soldOut.id });
  expect([await own(), await listOwnParts(reading(other!))]).toMatchObject([[], [{ kind: 'reserved' }]]);
});

it('a reservation that can no longer be withdrawn is not among them', async () => {
  const [fan] = await makeFans(1);
  await reserve(fan!.id, -hour);
  const off = await reserve(fan!.id, hour);
  await db.drop.update({ where: { id: off.id }, data: { cancelledAt: clock() } });
  expect(await listOwnParts(reading(fan!))).toEqual([]);
});
