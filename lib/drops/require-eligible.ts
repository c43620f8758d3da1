import { isMember, type Actor } from '@/lib/core/actor';
import { Refused } from '@/lib/core/errors';

import { whyNotEligible } from './policy';

/** The id of a member who may claim or reserve by who they are; refuses `signed-out`, `unconfirmed`, `needs-address` and `needs-trust`. */
export function requireEligible(actor: Actor, drop: { minTrust: number }): string {
  const why = whyNotEligible(actor, drop);
  if (why || !isMember(actor))
    throw new Refused(why ?? 'signed-out', 'Not for this actor', { values: { trust: drop.minTrust } });
  return actor.id;
}
