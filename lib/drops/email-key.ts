import { digestKey } from '@/lib/core/keys';
import { mailboxOf } from '@/lib/core/mailbox';

const key = digestKey('drops.email');

/**
 * The digest that the e-mail limit of a drop counts by: the address in small letters, without its +tag, and for Gmail
 * without dots, since all those reach one mailbox. Keyed, so that it tells nobody the address. Null without an address.
 */
export function emailKeyOf(email: string | null): string | null {
  if (!email) return null;
  return key.digest(mailboxOf(email));
}
