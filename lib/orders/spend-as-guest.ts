import { signingKey } from '@/lib/core/keys';
import { spend, spendEach } from '@/lib/core/limits';
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

type LookUp = { network: string; number: string; email: string; now: Date };

/** Counts a question for the link of an order against what a network may ask, and what may be asked of one order and mailbox. Refuses with rate-limited. */
export async function spendLookUp(db: Raw, { network, number, email, now }: LookUp): Promise<void> {
  await spend(db, limits.lookUpNetwork, network, now);
  await spend(db, limits.lookUpOrder, mailboxKey.digest(`${number} ${mailboxOf(email)}`), now);
}

/** Whether a mailbox may be sent one more link today. It refuses nothing: whether there was a link to send is told to nobody. */
export const mayMailLink = (db: Raw, { email, now }: Pick<LookUp, 'email' | 'now'>): Promise<boolean> =>
  spendEach(db, [[limits.linkMailbox, mailboxKey.digest(mailboxOf(email))]], now);
