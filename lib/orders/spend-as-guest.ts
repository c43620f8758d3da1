import { signingKey } from '@/lib/core/keys';
import { spend } from '@/lib/core/limits';
import { mailboxOf } from '@/lib/core/mailbox';
import type { Raw } from '@/lib/core/raw';

import { limits } from './limits';

const mailboxKey = signingKey('orders.guestLimit');

/** Counts an order by a guest against what their network and the mailbox that they name may hold. Refuses with rate-limited. */
export async function spendAsGuest(
  db: Raw,
  { network, email, now }: { network: string; email: string; now: Date },
): Promise<void> {
  await spend(db, limits.guestNetwork, network, now);
  await spend(db, limits.guestMailbox, mailboxKey.digest(mailboxOf(email)), now);
}
