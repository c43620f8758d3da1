import { describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { inTransaction, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { arrivals, booksOf } from '@/tests/support/drop-factories';
import { world } from '@/tests/support/ledger-world';

import { cancelDrop, keepClaim } from './commands';
import { settleBatch } from './sql';

describe('a cancelled drop', () => {
  it('frees what is held, leaves what is paid to the refund, and takes no more claims', async () => {
    const { drop, fans, operator } = await world();
    const [paid, held] = await settleBatch(drop.allotmentIds[0]!, arrivals(fans[0]!, fans[1]!), clock());
    await transact(keepClaim)(system, { claimId: paid!.claimId! });
    await transact(cancelDrop)(operator, { dropId: drop.id, reason: 'The shells cracked in the cold' });
    const states = await db.claim.findMany({ where: { dropId: drop.id }, select: { id: true, state: true } });
    expect(Object.fromEntries(states.map((each) => [each.id, each.state]))).toEqual({
      [paid!.claimId!]: 'PAID',
      [held!.claimId!]: 'RELEASED',
    });
    expect((await settleBatch(drop.allotmentIds[0]!, arrivals(fans[2]!), clock()))[0]!.outcome).toBe('closed');
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 2, live: 1, taken: 1 });
    const events = await db.event.findMany({
      where: { name: { in: ['drop.cancelled', 'claim.released'] }, payload: { path: ['dropId'], equals: drop.id } },
    });
    expect(events).toHaveLength(2);
  });

  it('leaves no unit behind when it is cancelled in the middle of a rush', async () => {
    const { drop, fans, operator } = await world();
    const rush = fans.map((fan) => settleBatch(drop.allotmentIds[0]!, arrivals(fan), clock()));
    await Promise.all([
      ...rush,
      inTransaction(operator, (ctx) => cancelDrop(ctx, { dropId: drop.id, reason: 'Called off in time' })),
    ]);
    expect(await booksOf(drop.allotmentIds[0]!)).toMatchObject({ remaining: 3, live: 0, taken: 0 });
  });
});
