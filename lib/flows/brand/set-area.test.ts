import { beforeEach, describe, expect, it } from 'vitest';

import type { SignedIn } from '@/lib/core/actor';
import { areaSettings, isAreaOff } from '@/lib/core/area-settings';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { readSettings } from '@/lib/core/shop-settings';
import { clock } from '@/lib/core/time';
import { truncateAll } from '@/tests/support/database';
import { makeMember } from '@/tests/support/factories';
import { refusal } from '@/tests/support/refusal';

import { readAreas } from './read-areas';
import { setArea } from './set-area';

let admin: SignedIn;
beforeEach(async () => {
  await truncateAll();
  admin = await makeMember({ roles: ['ADMIN'], name: 'Ada' });
});

const stateOf = async () =>
  (await readAreas(reading(admin))).areas.map(({ turnedOff, offWith }) => [turnedOff, offWith]);

describe('turning an area off', () => {
  it('takes what stands on it with it, and leaves what was turned off by itself when it comes back', async () => {
    await setArea(admin, { area: 'roadmap', on: false, shown: 0 });
    await setArea(admin, { area: 'community', on: false, shown: 1 });
    expect(await stateOf()).toEqual([
      ...[
        [true, null],
        [false, 'community'],
        [true, 'ideas'],
      ],
      ...[
        [false, null],
        [false, null],
        [false, null],
      ],
    ]);
    expect([await isAreaOff('ideas'), await isAreaOff('shop')]).toEqual([true, false]);
    await setArea(admin, { area: 'community', on: true, shown: 2 });
    expect((await readSettings(areaSettings)).off).toEqual(['roadmap']);
    const acts = await db.auditEntry.findMany({ orderBy: { at: 'asc' }, select: { act: true, subjectId: true } });
    expect(acts).toEqual([
      { act: 'area.turnOff', subjectId: 'roadmap' },
      { act: 'area.turnOff', subjectId: 'community' },
      { act: 'area.turnOn', subjectId: 'community' },
    ]);
  });

  it('is done by the first of two who saw one state; the other hears who it was, and undoes nothing', async () => {
    const both = (['shop', 'releases'] as const).map((area) => refusal(setArea(admin, { area, on: false, shown: 0 })));
    expect((await Promise.all(both)).toSorted()).toEqual(['done', 'settings-changed']);
    expect((await readSettings(areaSettings)).off).toHaveLength(1);
  });

  it('keeps off what an older or newer version of the program named beside an area that is not known', async () => {
    const data = { off: ['shop', 'newsstand'] };
    await db.settingsVersion.create({ data: { name: 'areas', version: 1, data, at: clock() } });
    expect(await readSettings(areaSettings)).toEqual({ off: ['shop'], version: 1 });
  });
});

describe('drops', () => {
  const hour = 3_600_000;
  const from = (ms: number) => new Date(clock().getTime() + ms);

  async function makeDrop(opens: number, closes: number): Promise<{ id: string; waveId: string; allotmentId: string }> {
    const product = await db.product.create({
      data: {
        handle: `p${Math.random()}`,
        title: 'P',
        status: 'ACTIVE',
        createdAt: clock(),
        updatedAt: clock(),
        variants: { create: { title: 'One', position: 0, currency: 'USD' } },
      },
      select: { id: true, variants: { select: { id: true } } },
    });
    const drop = await db.drop.create({
      data: { slug: `d${Math.random()}`, productId: product.id, title: 'D', createdAt: clock(), announcedAt: clock() },
    });
    const wave = await db.wave.create({
      data: { dropId: drop.id, number: 1, opensAt: from(opens), closesAt: from(closes) },
    });
    const allotment = await db.allotment.create({
      data: { waveId: wave.id, variantId: product.variants[0]!.id, units: 3, remaining: 3 },
    });
    return { id: drop.id, waveId: wave.id, allotmentId: allotment.id };
  }

  const off = () => refusal(setArea(admin, { area: 'drops', on: false, shown: 0 }));

  it('are not turned off, by themselves or with the shop, while one of them runs', async () => {
    await makeDrop(-hour, hour);
    expect(await off()).toBe('area-drops-running');
    expect(await refusal(setArea(admin, { area: 'shop', on: false, shown: 0 }))).toBe('area-drops-running');
    expect(await refusal(setArea(admin, { area: 'community', on: false, shown: 0 }))).toBe('done');
  });

  it('are not turned off while somebody holds a unit or waits for a draw', async () => {
    const fan = await makeMember();
    const held = await makeDrop(-2 * hour, -hour);
    const claim = { dropId: held.id, allotmentId: held.allotmentId, memberId: fan.id };
    await db.claim.create({ data: { ...claim, heldUntil: from(hour), createdAt: clock() } });
    expect(await off()).toBe('area-drops-running');
    await db.claim.updateMany({ data: { state: 'PAID' } });
    expect(await off()).toBe('done');
  });

  it('that are over or to come are counted in what their staff read, and hidden (control)', async () => {
    await makeDrop(-2 * hour, -hour);
    await makeDrop(hour, 2 * hour);
    expect((await readAreas(reading(admin))).counts).toMatchObject({
      announced: 2,
      upcoming: 1,
      running: 0,
      products: 2,
    });
    expect(await off()).toBe('done');
    expect(await isAreaOff('drops')).toBe(true);
  });
});
