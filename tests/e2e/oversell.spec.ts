
import { runToEnd } from '@/scripts/lib/run-node';

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

async function run(...words: string[]): Promise<Oversell> {
  const { output } = await runToEnd({ script: 'tests/support/oversell.ts', words, quiet: true });
  const line = output.split('\n').find((each) => each.startsWith('{'));
  if (!line) throw new Error(output);
  return JSON.parse(line) as Oversell;
}
