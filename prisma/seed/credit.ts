import { randomUUID } from 'node:crypto';

import { transact } from '@/lib/core/context';
import { issueCredit } from '@/lib/credit/commands';

import type { World } from './world';

/** Store credit that a fan was given, and a gift card. What the card's code is, nobody knows: staff issue another to try one. */
export async function seedCredit(world: World): Promise<void> {
  const { ops, fan } = world.cast;
  const issue = transact(issueCredit);
  const given = { currency: 'USD', expiresAt: undefined };
  await issue(
    ops!,
    {
      ...given,
      once: randomUUID(),
      to: 'member',
      handle: fan!.handle,
      amount: '25.00',
      reason: 'A parcel that came late',
    },
    { now: world.ago(5) },
  );
  await issue(
    ops!,
    { ...given, once: randomUUID(), to: 'card', handle: '', amount: '50.00', reason: 'Prize of the photo contest' },
    { now: world.ago(2) },
  );
}
