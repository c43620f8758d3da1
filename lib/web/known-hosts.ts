import { isIP } from 'node:net';

import { env } from '@/lib/core/env';

import type { Refusal } from './refuse-request';

const publicName = new URL(env.PUBLIC_URL).hostname;

/**
 * Refuses a host that the embedded demo is not known by. Its mailbox shows every code to whoever reaches it, and a page of
 * another site reaches it by a name of its own that leads to this machine; an address it cannot take for its own.
 */
export function hostRefusal(host: string | undefined): Refusal | null {
  if (!env.embedded || !host) return null;
  const name = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (isIP(name) || name === 'localhost' || name.endsWith('.localhost') || name === publicName || name === env.HOST) return null;
  return { status: 421, why: 'This demo is not known by that name: set PUBLIC_URL to it' };
}
