import { describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { after, clock, day, hour, minute } from '@/lib/core/time';
import { makeDrop, makeOperator } from '@/tests/support/drop-factories';
import { refusal, refused } from '@/tests/support/refusal';

import { announcePlanned, planDrop, planWave } from './plan-drop';

const words = {
  title: 'The lottery of ten',
  titleZh: '',
  summary: '',
  summaryZh: '',
  needsReservation: false,
  minTrust: 0,
  holdMinutes: 15,
};
const times = () => ({ opensAt: after(clock(), hour), closesAt: after(clock(), 2 * hour) });

async function stage(currency = 'USD') {
  const { id, productId, variantIds } = await makeDrop({
    units: [1],
    announced: false,
    opensAt: after(clock(), hour),
    closesAt: after(clock(), 2 * hour),
  });
  await db.variant.updateMany({ where: { productId }, data: { currency } });
  const operator = await makeOperator();
  const plan = (more: object) =>
    planDrop(operator, { ...words, ...times(), productId, units: { [variantIds[0]!]: 5 }, ...more });
  return { dropId: id, productId, operator, plan, variantId: variantIds[0]! };
}

describe('a plan', () => {
  it('goes only to countries that something is sent to, and says which those are', async () => {
    const { plan, productId } = await stage();
    for (const regions of [['BR'], ['FX'], ['DD'], ['DE', 'IE']]) {
      const answer = await refused(plan({ regions }));
      expect([answer.code, answer.detail.field]).toEqual(['regions-unserved', 'regions']);
    }
    expect((await refused(plan({ regions: ['DE', 'IE'] }))).detail.values).toMatchObject({
      countries: 'IE',
      served: expect.stringContaining('GB') as string,
    });
    expect(await db.drop.count({ where: { productId, regions: { isEmpty: false } } })).toBe(0);
    await plan({ regions: ['GB', 'DE'] });
  });

  it('has a shipping price in its currency wherever it goes', async () => {
    const { plan, productId } = await stage('KRW');
    const answer = await refused(plan({}));
    expect([answer.code, answer.detail.field, answer.detail.values]).toEqual([
      'currency-unserved',
      'units',
      { currency: 'KRW' },
    ]);
    expect(await db.drop.count({ where: { productId } })).toBe(1);
  });

  it('is checked again when a wave is added and when it is announced', async () => {
    const { dropId, operator, variantId, productId } = await stage();
    await db.variant.updateMany({ where: { productId }, data: { currency: 'KRW' } });
    const opensAt = after(clock(), 3 * hour);
    expect(
      await refusal(planWave(operator, { dropId, opensAt, closesAt: after(opensAt, hour), units: { [variantId]: 1 } })),
    ).toBe('currency-unserved');
    expect(await refusal(announcePlanned(operator, { dropId }))).toBe('currency-unserved');
    expect(await db.drop.findUniqueOrThrow({ where: { id: dropId }, include: { waves: true } })).toMatchObject({
      announcedAt: null,
      waves: [{ number: 1 }],
    });
  });

  it('that looks like a slip is asked about once, and what no plan means is refused', async () => {
    const { plan, variantId } = await stage();
    const opensAt = after(clock(), hour);
    for (const odd of [
      { units: { [variantId]: 1_000_000 } },
      { closesAt: after(opensAt, 40 * day) },
      { opensAt: after(clock(), 400 * day), closesAt: after(clock(), 401 * day) },
    ]) {
      const answer = await refused(plan(odd));
      expect([answer.code, answer.detail.field]).toEqual(['plan-unusual', 'sure']);
      await plan({ ...odd, sure: true });
    }
    const never = await refused(plan({ closesAt: new Date('9999-01-01T00:00Z'), sure: true }));
    expect([never.code, never.detail.field]).toEqual(['too-far-ahead', 'closesAt']);
    await plan({ opensAt, closesAt: after(opensAt, minute) });
  });
});

describe('further waves of the first form', () => {
  const wave = (number: number, hours: number, units: Record<string, number>) => ({
    ...{ number, units },
    ...{ opensAt: after(clock(), hours * hour), closesAt: after(clock(), (hours + 1) * hour) },
  });

  it('are planned with the first, each with its times and units, in the order of their numbers', async () => {
    const { plan, variantId } = await stage();
    const { id } = await plan({
      further: [
        { ...wave(2, 3, { [variantId]: 7 }), setAside: [{ variantId, channel: 'STAFF', units: 1 }] },
        wave(4, 5, { [variantId]: 9 }),
      ],
    });
    const waves = await db.wave.findMany({
      where: { dropId: id },
      orderBy: { number: 'asc' },
      select: { number: true, allotments: { orderBy: { channel: 'asc' }, select: { channel: true, units: true } } },
    });
    expect(waves).toEqual([
      { number: 1, allotments: [{ channel: 'PUBLIC', units: 5 }] },
      {
        number: 2,
        allotments: expect.arrayContaining([
          { channel: 'PUBLIC', units: 7 },
          { channel: 'STAFF', units: 1 },
        ]) as unknown,
      },
      { number: 3, allotments: [{ channel: 'PUBLIC', units: 9 }] },
    ]);
  });

  it('are refused at their own field, and leave nothing behind', async () => {
    const { plan, productId, variantId } = await stage();
    const before = await db.drop.count({ where: { productId } });
    for (const [further, code, field] of [
      [[wave(2, 1, { [variantId]: 1 })], 'wave-before-open', 'waves.2.opensAt'],
      [[wave(2, 3, { [variantId]: 1 }), wave(5, 3, { [variantId]: 1 })], 'wave-before-open', 'waves.5.opensAt'],
      [[wave(3, 3, {})], 'no-units', 'waves.3.units'],
      [[wave(2, 3, { [variantId]: 1_000_000 })], 'plan-unusual', 'sure'],
    ] as const) {
      const answer = await refused(plan({ further }));
      expect([answer.code, answer.detail.field]).toEqual([code, field]);
    }
    expect(await db.drop.count({ where: { productId } })).toBe(before);
  });
});
