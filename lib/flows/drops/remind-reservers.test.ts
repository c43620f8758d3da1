import { describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { transact } from '@/lib/core/context';
import { reserveUnit, withdrawReservation } from '@/lib/drops/commands';
import { refusal } from '@/tests/support/refusal';
import { makeDrop, makeFans, type MadeDrop } from '@/tests/support/drop-factories';
import { meeting } from '@/tests/support/meeting';

import { react } from '@/lib/server/react';
import { remindReservers } from './remind-reservers';

const opensIn = (ms: number, wish: object = {}) =>
  makeDrop({ opensAt: after(clock(), ms), closesAt: after(clock(), ms + hour), ...wish });

async function reserved(drop: MadeDrop, count: number, createdAt = after(clock(), -hour)) {
  const fans = await makeFans(count);
  await db.reservation.createMany({
    data: fans.map(({ id }) => ({ dropId: drop.id, memberId: id, variantId: drop.variantIds[0]!, createdAt })),
  });
  return fans;
}

const remindedOf = async (drop: MadeDrop) => {
  const events = await db.event.findMany({
    where: { name: 'reservation.reminded', payload: { path: ['waveId'], equals: drop.waveId } },
  });
  return events.map(({ id, payload }) => ({ id, memberIds: (payload as { memberIds: string[] }).memberIds }));
};

describe('those who reserved', () => {
  it('are reminded once by however many processes sweep, in batches', async () => {
    const drop = await opensIn(10 * minute);
    const fans = await reserved(drop, 900);
    const now = clock();
    await Promise.all(Array.from({ length: 6 }, () => remindReservers(now)));
    await remindReservers(after(now, 30_000));
    const batches = await remindedOf(drop);
    const told = batches.flatMap(({ memberIds }) => memberIds);
    expect(Math.max(...batches.map(({ memberIds }) => memberIds.length))).toBeLessThanOrEqual(200);
    expect(told.toSorted()).toEqual(fans.map(({ id }) => id).toSorted());
  }, 60_000);

  it('are told twice when the sweep looks first and marks afterwards (control)', async () => {
    const drop = await opensIn(10 * minute);
    await reserved(drop, 50);
    const met = meeting();
    const naively = async () => {
      const due = await db.reservation.findMany({ where: { dropId: drop.id, remindedAt: null } });
      await met();
      // In one statement after another: two at once might wait for each other's rows.
      for (const { memberId } of due)
        await db.reservation.updateMany({ where: { dropId: drop.id, memberId }, data: { remindedAt: clock() } });
      return due.length;
    };
    const told = await Promise.all([naively(), naively()]);
    expect(told.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(50);
  });

  it('hear of it in the app and by mail, in their own language', async () => {
    const drop = await opensIn(10 * minute);
    const [fan, other] = await reserved(drop, 2);
    await db.drop.update({ where: { id: drop.id }, data: { title: 'First fire', titleZh: '初燃' } });
    await db.member.update({ where: { id: other!.id }, data: { locale: 'zh' } });
    await remindReservers(clock());
    for (const { id } of await remindedOf(drop)) await react(id);
    const notes = await db.notification.findMany({
      where: { kind: 'reservation.reminded', memberId: { in: [fan!.id, other!.id] } },
    });
    expect(notes.map(({ path }) => path)).toEqual([`/drops/${drop.slug}`, `/drops/${drop.slug}`]);
    expect(notes.map(({ data }) => data)).toEqual(
      Array(2).fill(expect.objectContaining({ title: { en: 'First fire', zh: '初燃' } })),
    );
    const mails = await db.mail.findMany({
      where: { kind: 'reservation.reminded', memberId: { in: [fan!.id, other!.id] } },
      orderBy: { locale: 'asc' },
    });
    expect(mails.map(({ subject }) => subject)).toEqual(['Opens soon: First fire', '马上开售：初燃']);
  });

  it('are not reminded too early, too late, of what was called off or is a plan, having just reserved, or having a unit', async () => {
    const drops = [
      await opensIn(16 * minute),
      await opensIn(-minute),
      await opensIn(10 * minute, { announced: false }),
    ];
    for (const drop of drops) await reserved(drop, 1);
    const off = await opensIn(10 * minute);
    await reserved(off, 1);
    await db.drop.update({ where: { id: off.id }, data: { cancelledAt: clock() } });
    const late = await opensIn(10 * minute);
    await reserved(late, 1, clock());
    const has = await opensIn(10 * minute);
    const [owner] = await reserved(has, 1);
    await db.claim.create({
      data: {
        dropId: has.id,
        allotmentId: has.allotmentIds[0]!,
        memberId: owner!.id,
        heldUntil: clock(),
        createdAt: clock(),
        state: 'PAID',
      },
    });
    await remindReservers(clock());
    for (const drop of [...drops, off, late, has]) expect(await remindedOf(drop)).toEqual([]);
  });

  it('are reminded again of the next wave', async () => {
    const drop = await opensIn(10 * minute);
    await reserved(drop, 3);
    await remindReservers(clock());
    const opensAt = after(clock(), 5 * hour);
    const wave = await db.wave.create({
      data: { dropId: drop.id, number: 2, opensAt, closesAt: after(opensAt, hour) },
    });
    await remindReservers(after(opensAt, -minute));
    await remindReservers(after(opensAt, -30_000));
    expect((await remindedOf({ ...drop, waveId: wave.id })).map(({ memberIds }) => memberIds.length)).toEqual([3]);
  });
});

describe('a reservation', () => {
  it('says where to send it where the drop goes to some countries only', async () => {
    const drop = await opensIn(hour);
    const [fan] = await makeFans(1);
    const reserve = (country?: string) =>
      transact(reserveUnit)(fan!, { dropId: drop.id, variantId: drop.variantIds[0]!, country });
    const kept = async () => (await db.reservation.findFirst({ where: { dropId: drop.id } }))?.country;
    await reserve('DE');
    expect(await kept()).toBeNull();
    await db.drop.update({ where: { id: drop.id }, data: { regions: ['CN', 'DE'] } });
    expect([
      await refusal(reserve()),
      await refusal(reserve('')),
      await refusal(reserve('US')),
      await refusal(reserve('CN')),
    ]).toEqual(['region', 'region', 'region', 'done']);
    expect(await kept()).toBe('CN');
    await transact(withdrawReservation)(fan!, { dropId: drop.id });
    expect(await kept()).toBeUndefined();
  });
});
