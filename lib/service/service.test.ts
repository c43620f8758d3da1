import { describe, expect, it } from 'vitest';

import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { after, clock, day, hour } from '@/lib/core/time';
import { askForRepair } from '@/lib/flows/repairs/ask-for-repair';
import { readOwnRepair, readToAsk } from '@/lib/flows/repairs/read-repairs';
import { readPoints } from '@/lib/flows/service/read-points';
import { listRepairs } from '@/lib/repairs/queries/staff';
import { makeDevice } from '@/tests/support/owned-devices';
import { refusal } from '@/tests/support/refusal';
import { staffOf } from '@/tests/support/return-factories';

import { savePoint } from './commands';
import { listForStaff } from './queries';
import { savePointInput, type SavePoint } from './schema';

const form = {
  ...{ shown: '0', name: 'Depot', nameZh: '网点', address: 'Street 1', addressZh: '', place: '31.23, 121.47' },
  ...{ pointZone: 'Asia/Shanghai', 'week.0': '9–12, 13:30–18', country: 'cn', region: '', phone: '+86 21 1' },
  ...{ capabilities: ['REPAIR'], languages: ['zh', 'en'], closedUntil: '', listed: 'on', zone: 'UTC' },
};
const inputOf = (more: Record<string, unknown> = {}): SavePoint => savePointInput.parse({ ...form, ...more });

async function makePoint(more: Record<string, unknown> = {}) {
  const staff = await staffOf('OPERATIONS');
  const { id } = await transact(savePoint)(staff, inputOf(more));
  return { staff, id };
}

const ask = async (pointId: string) => {
  const device = await makeDevice();
  const asked = { unitId: device.unitId, note: 'It hums', shipTo: '', pointId, locale: 'en' } as const;
  return { device, end: askForRepair(device.owner, asked) };
};

describe('the directory of service points', () => {
  it('is kept by its staff, each version over the one that was read', async () => {
    const { staff, id } = await makePoint();
    const save = (more: Record<string, unknown>, by = staff) => refusal(transact(savePoint)(by, inputOf(more)));
    expect(await save({ pointId: id, shown: '1', name: 'Depot 2' })).toBe('done');
    const both = await Promise.all([1, 2].map(() => save({ pointId: id, shown: '2' })));
    expect(both.toSorted()).toEqual(['done', 'point-changed']);
    expect(await save({ capabilities: [] })).toBe('point-does');
    const agent = await staffOf('SUPPORT');
    expect(await save({}, agent)).toBe('forbidden');
    expect(await listForStaff(reading(agent))).toEqual([]);
  });

  it('reads a form as people type it, and names what it cannot read', () => {
    expect(inputOf()).toMatchObject({
      place: { latitude: 31.23, longitude: 121.47 },
      week: [
        [
          [540, 720],
          [810, 1_080],
        ],
        [],
        [],
        [],
        [],
        [],
        [],
      ],
    });
    const faults = (more: Record<string, unknown>) =>
      savePointInput.safeParse({ ...form, ...more }).error?.issues.map(({ path, message }) => `${path} ${message}`);
    expect(faults({ place: 'Shanghai' })).toEqual(['place code:point-place']);
    expect(faults({ 'week.1': '9:75–18' })).toEqual(['week.1 code:hours-unclear']);
    expect(faults({ 'week.2': '18–9' })).toEqual(['week.2 code:hours-order']);
    expect(faults({ pointZone: 'Mars/Base' })).toEqual(['pointZone code:bad-zone']);
  });

  it('shows what is listed with its hours, closed on the holidays of its country', async () => {
    const { id } = await makePoint({ 'week.4': '9–18' });
    const hidden = await makePoint({ listed: undefined });
    // 1 October 2027, a Friday, is the national day of China.
    const points = await readPoints({ db, now: new Date('2027-09-20T00:00:00Z') });
    expect(points.some((point) => point.id === hidden.id)).toBe(false);
    const { hours, figures } = points.find((point) => point.id === id)!;
    expect([hours.days?.['2027-10-01'], figures]).toEqual([[], null]);
    expect(JSON.stringify(points)).not.toContain('hiddenAt');
  });
});

describe('a repair at a service point', () => {
  it('is brought where its owner chose, read there by both sides, and found by the point', async () => {
    const { id, staff } = await makePoint();
    const { device, end } = await ask(id);
    const { number } = await end;
    expect((await readOwnRepair(reading(device.owner), { number }))!.repair.point).toMatchObject({ id, name: 'Depot' });
    const other = await makePoint();
    const found = async (pointId: string) =>
      (await listRepairs(reading(staff), { view: 'new', pointId })).rows.map((row) => row.number);
    expect([await found(id), await found(other.id)]).toEqual([[number], []]);
  });

  it('is asked for at no point that is hidden, closed for now, or takes nothing in', async () => {
    const points = [
      await makePoint({ listed: undefined }),
      await makePoint({ closedUntil: after(clock(), day).toISOString() }),
      await makePoint({ capabilities: ['SHOP'] }),
    ];
    for (const { id } of points) expect(await refusal((await ask(id)).end)).toBe('repair-point');
    expect(await refusal((await ask(crypto.randomUUID())).end)).toBe('repair-point');
    const { owner, unitId } = await makeDevice();
    const offered = (await readToAsk(reading(owner), { unitId }))!.points.map(({ id }) => id);
    for (const { id } of points) expect(offered).not.toContain(id);
    const past = await makePoint({ closedUntil: after(clock(), -hour).toISOString() });
    expect(await refusal((await ask(past.id)).end)).toBe('done');
  });

  it('counts in the figures of its point once there are five', async () => {
    const { id } = await makePoint();
    const { unitId, owner } = await makeDevice();
    const now = clock();
    const repair = (days: number, at: number) => ({
      ...{ number: `F${crypto.randomUUID().slice(0, 7)}`, unitId, memberId: owner.id, state: 'CLOSED' as const },
      ...{ note: 'It hums', inWarranty: false, currency: 'USD', pointId: id, changedAt: now },
      createdAt: after(now, -(at + days) * day),
      receivedAt: after(now, -(at + days) * day),
      handedOverAt: after(now, -at * day),
    });
    // Of one device, one after the other: each but the first came again. Durations of 1, 2, 3 and 4 days, then 10.
    await db.repair.createMany({ data: [repair(1, 40), repair(2, 30), repair(3, 20), repair(4, 12)] });
    const figuresOf = async () => (await readPoints({ db, now })).find((point) => point.id === id)!.figures;
    expect(await figuresOf()).toBeNull();
    await db.repair.create({ data: repair(10, 1) });
    await db.repair.create({
      data: { ...repair(1, 0), state: 'WORKING', handedOverAt: null, number: `F${crypto.randomUUID().slice(0, 7)}` },
    });
    // The middle of five is three days; nine of ten lie below 4 + 0.6 × 6 days.
    expect(await figuresOf()).toEqual({ count: 5, medianHours: 72, p90Hours: 182.4, again: 4, backlog: 1 });
  });
});
