import { createHmac } from 'node:crypto';

import { env } from '@/lib/core/env';
import { mailboxOf } from '@/lib/core/mailbox';

/**
 * The digest that the e-mail limit of a drop counts by: the address in small letters, without its +tag, and for Gmail
 * without dots, since all those reach one mailbox. Keyed, so that it tells nobody the address. Null without an address.
 */
export function emailKeyOf(email: string | null): string | null {
  if (!email) return null;
  return createHmac('sha256', env.AUTH_SECRET)
    .update(`drop-email:${mailboxOf(email)}`)
    .digest('base64url')
    .slice(0, 22);
}
