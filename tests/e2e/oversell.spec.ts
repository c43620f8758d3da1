import { runForJson } from '@/scripts/lib/run-node';

import type { Ends } from '../support/oversell';

import { expect, test } from './support/test';

test.describe('200 buyers at once for 20 units, over HTTP, through two app processes on one database', () => {
  test.describe.configure({ mode: 'serial' });

  let ends: Ends;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    ends = await runForJson<Ends>('tests/support/oversell.ts');
  });

  test('exactly 20 paid orders, nobody twice, no server error', () => {
    expect(ends.guarded).toMatchObject({
      granted: 20,
      paidOrders: 20,
      paidBuyers: 20,
      unpaidOrders: 0,
      remaining: 0,
      serverErrors: 0,
    });
  });

  test('control: without the lock it oversells', () => {
    expect(ends.unguarded.paidOrders).toBeGreaterThan(ends.unguarded.units);
  });
});
