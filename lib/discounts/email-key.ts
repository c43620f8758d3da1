import { digestKey } from '@/lib/core/keys';
import { mailboxOf } from '@/lib/core/mailbox';

const key = digestKey('discounts.email');

/** The digest by which a buyer is known whatever way their address is written: keyed, so that it tells nobody the address. Null without one. */
export const emailKeyOf = (email: string | null | undefined): string | null =>
  email ? key.digest(mailboxOf(email)) : null;
