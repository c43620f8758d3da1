import { beforeAll, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { checkDraw } from '@/lib/drops/draw/check-draw';
import { listEntries } from '@/lib/drops/queries/list-entries';

import { seedCast } from './cast';
import { seedCatalog } from './catalog';
import { dropSlugs } from './drops';
import { receiptOf, seedLottery } from './lottery';
import { seedMarket } from './market';
import { newWorld } from './world';

const world = newWorld(clock());

describe('the lottery of the demo', () => {
  beforeAll(async () => {
    await seedCast(world);
    await seedCatalog(world);
    await seedMarket(world);
    await seedLottery(world);
  });

  it('was decided by its published rule, the same for every seeding', async () => {
    const list = await listEntries({ db }, { slug: dropSlugs.lottery, wave: 1, after: 0 });
    if (!list || list === 'undecided') throw new Error('not decided');
    expect(await checkDraw(list)).toMatchObject({ agrees: true, winners: 8 });
    expect(list.count).toBe(13);
    expect(list.entries.filter(({ won }) => won).map(({ id }) => id)).toEqual(
      ['okoro', 'wangyue', 'xiaoman', 'suhe', 'yinuo', 'mateo', 'zhou', 'priya'].map(receiptOf),
    );
  });

  it('was paid for by those who won, and is on its way to them', async () => {
    const orders = await db.order.findMany({
      where: { drop: { slug: dropSlugs.lottery } },
      select: { state: true, claim: { select: { state: true } } },
    });
    expect(orders).toHaveLength(8);
    expect(new Set(orders.map(({ state, claim }) => `${state} ${claim?.state}`))).toEqual(new Set(['SHIPPED PAID']));
    expect(await db.claim.count({ where: { drop: { slug: dropSlugs.lottery }, state: { not: 'PAID' } } })).toBe(0);
  });
});
