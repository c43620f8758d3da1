/** What another process books, and what happens to an order, between the moment at which changes are listed and the one at which they are booked. */
import { afterEach, expect, it, vi } from 'vitest';

import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { refundOrder } from '@/lib/flows/orders/refund-order';
import { finishRefund } from '@/lib/orders/commands';
import { replaceProvider } from '@/lib/outside/payments';
import { runJobs } from '@/tests/support/order-factories';
import { demo, gatewaySays, numberOf, paidOrder } from '@/tests/support/refunds';

import { bookChanges } from './book-changes';
import { writeAndProve } from './prove-books';

const hooks = vi.hoisted(() => ({ beforeLock: null as (() => Promise<unknown>) | null, calls: 0 }));

vi.mock('@/lib/accounting/commands', async (original) => {
  const commands = await original<typeof import('@/lib/accounting/commands')>();
  return {
    ...commands,
    // The first lock says where to begin, the second one books.
    holdBooks: async (ctx: Parameters<typeof commands.holdBooks>[0]) => {
      hooks.calls += 1;
      const happens = hooks.calls === 2 ? hooks.beforeLock : null;
      if (happens) {
        hooks.beforeLock = null;
        await happens();
      }
      return commands.holdBooks(ctx);
    },
  };
});

afterEach(() => replaceProvider('demo', demo));

it('a refund that failed and was seen by another process meanwhile is not booked as done', async () => {
  const ordered = await paidOrder();
  expect(await writeAndProve(clock())).toEqual([]);
  gatewaySays('done');
  const refundId = await refundOrder(system, { ...numberOf(ordered), reason: 'It hums', amount: '41.00' });
  await runJobs();
  hooks.calls = 0;
  hooks.beforeLock = async () => {
    await transact(finishRefund)(system, { refundId, providerRef: null, status: 'failed' });
    await bookChanges(clock());
  };
  await bookChanges(clock());
  expect(hooks.beforeLock).toBeNull();
  expect(await db.moneyMove.count({ where: { key: { contains: refundId } } })).toBe(0);
  expect(await writeAndProve(clock())).toEqual([]);
});
