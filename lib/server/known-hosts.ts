import { isIP } from 'node:net';

import { env } from '@/lib/core/env';

import type { Refusal } from './refuse-request';

const publicName = new URL(env.PUBLIC_URL).hostname;
let lastKnown: string | undefined;

/**
 * Refuses a host that the embedded demo is not known by. Its mailbox shows every code to every client, and a page of
 * another site reaches it by a name of its own that leads to this machine; an address it cannot take for its own.
 */
export function hostRefusal(host: string | undefined): Refusal | null {
  if (!env.embedded || !host || host === lastKnown || isKnown(host)) return null;
  return { status: 421, why: 'This demo is not known by that name: set PUBLIC_URL to it' };
}

// The last one is cached, since nearly all requests have the same host.
function isKnown(host: string): boolean {
  const name = host
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  const known =
    isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || name === publicName || name === env.HOST;
  if (known) lastKnown = host;
  return known;
}
