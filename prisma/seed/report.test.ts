import { beforeAll, describe, expect, it } from 'vitest';

import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { verifyLedger } from '@/lib/drops/ledger/verify';
import { getReport } from '@/lib/drops/queries';
import { getLedger } from '@/lib/drops/queries/get-ledger';

import { seedCast } from './cast';
import { seedCatalog } from './catalog';
import { dropSlugs, seedDrops } from './drops';
import { seedMarket } from './market';
import { seedOrders } from './orders';
import { newWorld } from './world';

const world = newWorld(clock());
beforeAll(async () => {
  for (const chapter of [seedCast, seedCatalog, seedMarket, seedDrops, seedOrders]) await chapter(world);
}, 120_000);

describe('the demo’s first wave', () => {
  it('has a full report', async () => {
    const { phase, report } = (await getReport(reading(), { slug: dropSlugs.air }))!;
    const sum = (what: 'offered' | 'added' | 'claimed' | 'released' | 'paid' | 'refunded' | 'remaining') =>
      report!.cells.reduce((total, cell) => total + cell[what], 0);
    expect(phase).toBe('ended');
    expect([
      sum('offered'),
      sum('added'),
      sum('claimed'),
      sum('released'),
      sum('paid'),
      sum('refunded'),
      sum('remaining'),
    ]).toEqual([9, 1, 12, 1, 11, 1, 0]);
    expect(report!.waves).toEqual([{ number: 1, firstAfter: 2, goneAfter: 204, lastAfter: 82_800 }]);
    expect(report!.added).toHaveLength(1);
    expect(report!.refusals[0]).toMatchObject({ reason: 'sold-out' });
    expect(Object.values(report!.reserved).reduce((total, count) => total + count, 0)).toBe(7);
  });

  it('has a ledger that agrees', async () => {
    const { books, rows } = (await getLedger({ db }, { slug: dropSlugs.air, limit: 5_000 }))!;
    expect(await verifyLedger(books, rows)).toEqual({ agrees: true, rows: rows.length, books: 3 });
  });
});
