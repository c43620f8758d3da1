/** What members of a drop are told when something happens to it while drops are off: once they are on again, what is still so. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { inTransaction, transact } from '@/lib/core/context';
import { system } from '@/lib/core/actor';
import { db } from '@/lib/core/db';
import { after, clock, hour, minute } from '@/lib/core/time';
import { addWave, extendWave, postponeWave } from '@/lib/drops/commands';
import { resumeNotices } from '@/lib/notifications/schedules/resume-waiting';
import { turnOff } from '@/tests/support/areas';
import { truncateAll } from '@/tests/support/database';
import { makeCode, makeDrop, makeFans, makeOperator, type MadeDrop } from '@/tests/support/drop-factories';
import { runJobs } from '@/tests/support/order-factories';

import { remindReservers } from './remind-reservers';

beforeEach(truncateAll);
afterEach(() => turnOff());

async function makeReserved(opensIn: number, closesIn = opensIn + hour) {
  const drop = await makeDrop({ opensAt: after(clock(), opensIn), closesAt: after(clock(), closesIn) });
  const [fan] = await makeFans(1);
  const reserved = { dropId: drop.id, memberId: fan!.id, variantId: drop.variantIds[0]! };
  await db.reservation.create({ data: { ...reserved, createdAt: after(clock(), -hour) } });
  return { drop, fan: fan! };
}

const kinds = async () => (await db.notification.findMany()).map(({ kind }) => kind).toSorted();
const mails = async () => (await db.mail.findMany()).map(({ kind }) => kind).toSorted();

async function turnOn(): Promise<void> {
  await turnOff();
  await resumeNotices(clock());
  await runJobs();
}

async function postpone(drop: MadeDrop, by: number): Promise<void> {
  const { opensAt, closesAt } = await db.wave.findUniqueOrThrow({ where: { id: drop.waveId } });
  const moved = { opensAt: after(opensAt, by), closesAt: after(closesAt, by) };
  await transact(postponeWave)(await makeOperator(), {
    ...{ dropId: drop.id, waveId: drop.waveId, reason: 'A late ship' },
    ...moved,
  });
}

describe('while drops are off', () => {
  it('nobody is told, and the same is told once when they are on again: a wave added or moved, a code', async () => {
    const { drop, fan } = await makeReserved(3 * hour);
    await turnOff('drops');
    const units = { [drop.variantIds[0]!]: 2 };
    const [opensAt, closesAt] = [after(clock(), 30 * hour), after(clock(), 31 * hour)];
    await transact(addWave)(await makeOperator(), { dropId: drop.id, opensAt, closesAt, units });
    await postpone(drop, hour);
    const { id: codeId } = await makeCode(drop, { boundTo: fan });
    await inTransaction(system, (ctx) => ctx.emit('fCode.issued', { codeId, dropId: drop.id }));
    await runJobs();
    await resumeNotices(clock());
    await runJobs();
    expect([await kinds(), await mails()]).toEqual([[], []]);
    await turnOn();
    await turnOn();
    expect(await kinds()).toEqual(['fCode.issued', 'wave.added', 'wave.postponed']);
    expect(await mails()).toEqual(['fCode.issued', 'wave.postponed']);
    expect(await db.waitingNotice.count()).toBe(0);
  });

  it('a wave that was moved twice is told of once, with where it stands', async () => {
    const { drop } = await makeReserved(3 * hour);
    await turnOff('drops');
    await postpone(drop, hour);
    await postpone(drop, hour);
    const { closesAt } = await db.wave.findUniqueOrThrow({ where: { id: drop.waveId } });
    for (const more of [1, 2])
      await transact(extendWave)(await makeOperator(), {
        ...{ dropId: drop.id, waveId: drop.waveId, reason: 'More time' },
        closesAt: after(closesAt, more * hour),
      });
    await runJobs();
    await turnOn();
    expect(await kinds()).toEqual(['wave.extended', 'wave.postponed']);
    const { opensAt } = await db.wave.findUniqueOrThrow({ where: { id: drop.waveId } });
    const told = await db.notification.findFirstOrThrow({ where: { kind: 'wave.postponed' } });
    expect(told.data).toMatchObject({ opens: { at: opensAt.toISOString() } });
  });

  it('nobody is told afterwards of what has begun or is used up meanwhile', async () => {
    const { drop, fan } = await makeReserved(3 * hour);
    await turnOff('drops');
    await postpone(drop, hour);
    const { id: codeId } = await makeCode(drop, { boundTo: fan });
    await inTransaction(system, (ctx) => ctx.emit('fCode.issued', { codeId, dropId: drop.id }));
    await runJobs();
    await db.fCode.update({ where: { id: codeId }, data: { revokedAt: clock() } });
    await db.wave.update({ where: { id: drop.waveId }, data: { opensAt: after(clock(), -minute) } });
    await turnOn();
    expect([await kinds(), await db.waitingNotice.count()]).toEqual([[], 0]);
  });
});

describe('those who reserved', () => {
  const reminded = () => db.reservation.count({ where: { remindedAt: { not: null } } });

  it('are neither reminded nor marked while drops are off, and are reminded when they are on before it opens', async () => {
    await makeReserved(10 * minute);
    await turnOff('shop');
    expect([await remindReservers(clock()), await reminded()]).toEqual([0, 0]);
    await turnOff();
    expect([await remindReservers(clock()), await reminded()]).toEqual([1, 1]);
    await runJobs();
    expect(await kinds()).toEqual(['reservation.reminded']);
  });

  it('are not reminded of what opened or ended while drops were off', async () => {
    await makeReserved(10 * minute);
    await turnOff('drops');
    await remindReservers(clock());
    await turnOff();
    expect(await remindReservers(after(clock(), 11 * minute))).toBe(0);
    expect(await remindReservers(after(clock(), 2 * hour))).toBe(0);
  });

  it.each([
    { opened: false, told: ['reservation.reminded'] },
    { opened: true, told: [] },
  ])(
    'and were marked just before are reminded afterwards, unless it has opened ($opened)',
    async ({ opened, told }) => {
      const { drop } = await makeReserved(10 * minute);
      await remindReservers(clock());
      await turnOff('drops');
      await runJobs();
      expect(await kinds()).toEqual([]);
      if (opened) await db.wave.update({ where: { id: drop.waveId }, data: { opensAt: after(clock(), -1) } });
      await turnOn();
      expect(await kinds()).toEqual(told);
    },
  );
});
