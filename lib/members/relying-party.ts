import { isIP } from 'node:net';

import { env } from '@/lib/core/env';

/** Who this shop is to a passkey (WebAuthn's relying party): host and origin of PUBLIC_URL, whatever a request says of itself. */
export function relyingParty(): { host: string; origin: string } {
  const { hostname, origin } = new URL(env.PUBLIC_URL);
  return { host: hostname, origin };
}

/** What a passkey knows its member by: the bytes of their id, which says nothing of the person. */
export const userHandleOf = (memberId: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(memberId.replaceAll('-', ''), 'hex'));

/** Whether browsers make passkeys for such a shop: its address is a name, and encrypted or that of this machine. */
export function canHavePasskeys(): boolean {
  const { hostname, protocol } = new URL(env.PUBLIC_URL);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) > 0) return false;
  return protocol === 'https:' || /(^|\.)localhost$/.test(hostname);
}
