import type { SignedIn } from '@/lib/core/actor';
import { inTransaction, type Options } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { refundUse, spend } from '@/lib/core/limits';
import { clock } from '@/lib/core/time';

import { redeemCard } from './commands';
import { limits } from './limits';

/** Puts a gift card onto a member's balance; wrong codes are limited by member and network, and a right one does not count. Refuses card-unknown and rate-limited. */
export async function redeemCode(
  actor: SignedIn,
  input: { code: string },
  { network, ...options }: Options & { network: string },
): Promise<void> {
  const now = options.now ?? clock();
  // Each try in a commit of its own, which a refusal does not give back.
  await spend(db, limits.tryCard, actor.id, now);
  await spend(db, limits.tryCard, network, now);
  await inTransaction(actor, (ctx) => redeemCard(ctx, input), options);
  await refundUse(db, limits.tryCard, actor.id);
  await refundUse(db, limits.tryCard, network);
}
