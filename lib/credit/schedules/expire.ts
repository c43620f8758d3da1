import { system } from '@/lib/core/actor';
import { inTransaction } from '@/lib/core/context';

import { expireCredit } from '../commands';

const atOnce = 200;

/** Ends the gift cards whose time is over. */
export async function expireCards(now: Date): Promise<void> {
  while ((await inTransaction(system, (ctx) => expireCredit(ctx, { limit: atOnce }), { now })) === atOnce);
}
