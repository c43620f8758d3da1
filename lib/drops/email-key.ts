import { createHmac } from 'node:crypto';

import { env } from '@/lib/core/env';

/**
 * The digest that the e-mail limit of a drop counts by: the address in small letters, without its +tag, and for Gmail
 * without dots, since all those reach one mailbox. Keyed, so that it tells nobody the address. Null without an address.
 */
export function emailKeyOf(email: string | null): string | null {
  if (!email) return null;
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const host = domain === 'googlemail.com' ? 'gmail.com' : domain;
  const bare = local.split('+')[0] ?? '';
  const mailbox = `${host === 'gmail.com' ? bare.replaceAll('.', '') : bare}@${host}`;
  return createHmac('sha256', env.AUTH_SECRET).update(`drop-email:${mailbox}`).digest('base64url').slice(0, 22);
}
