
import { runForJson } from '@/scripts/lib/run-node';

import type { Oversell } from '../support/oversell';

import { expect, test } from './support/test';

test.describe('200 buyers at once for 20 units, over HTTP, through two app processes on one database', () => {
  test.describe.configure({ timeout: 180_000, mode: 'serial' });

  test('exactly 20 paid orders, nobody twice, no server error', async () => {
    const result = await run();
    expect(result).toMatchObject({ granted: 20, paidOrders: 20, paidBuyers: 20, unpaidOrders: 0, remaining: 0, serverErrors: 0 });
  });

  test('control: without the lock it oversells', async () => {
    const { paidOrders, units } = await run('--unguarded');
    expect(paidOrders).toBeGreaterThan(units);
  });
});

function run(...words: string[]): Promise<Oversell> {
  return runForJson<Oversell>('tests/support/oversell.ts', words);
}
