import { memberId, type Actor } from '@/lib/core/actor';
import { inTransaction, reading, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { found, Refused } from '@/lib/core/errors';
import { spend } from '@/lib/core/limits';
import { limits } from '@/lib/orders/limits';
import { clock } from '@/lib/core/time';
import { getOwnClaim } from '@/lib/drops/queries/get-own-claim';
import { listOpenPayments } from '@/lib/orders/payment-queries';

import { closePayment } from '../orders/ask-gateway';
import { freeUnit } from './free-unit';

type Asked = { claimId: string };

/**
 * Gives a held unit back before its time, at its holder's wish: the gateway closes the payment page, and only when it says
 * so the unit is offered to the waitlist. Asking twice changes nothing; money that came first keeps the unit.
 */
export async function giveUnitBack(actor: Actor, { claimId }: Asked, options: Options = {}): Promise<void> {
  const member = memberId(actor);
  if (!member) throw new Refused('signed-out');
  const now = options.now ?? clock();
  await spend(db, limits.checkout, member, now);
  const own = async () => found(await getOwnClaim(reading(actor, now), { claimId }), 'claim').state;
  if ((await own()) === 'RELEASED') return;
  // Once more, should another page of the same buyer have begun to pay in between.
  for (let round = 0; round < 2; round += 1) if (await closeAndFree(actor, claimId, { ...options, now })) return;
  const state = await own();
  if (state === 'PAID') throw new Refused('unit-paid', 'Its money came first');
  if (state === 'HELD') throw new Refused('payment-running', 'The gateway is still taking money for it');
}

async function closeAndFree(actor: Actor, claimId: string, options: Options & { now: Date }): Promise<boolean> {
  for (const { id } of await listOpenPayments(reading(actor, options.now), { claimId }))
    await closePayment(id, options);
  return inTransaction(actor, (ctx) => freeUnit(ctx, { claimId, cause: 'GIVEN_BACK' }), options);
}
