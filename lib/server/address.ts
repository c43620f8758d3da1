import { isIP } from 'node:net';

import ipaddr from 'ipaddr.js';

import { env } from '@/lib/core/env';

/** The visitor's address: the socket's, or behind trusted proxies the one that the outermost of them saw. */
export function clientAddress(forwardedFor: string | null | undefined, socketAddress: string | undefined): string {
  const hop = env.TRUSTED_PROXIES > 0 && forwardedFor ? hopOf(forwardedFor, env.TRUSTED_PROXIES) : undefined;
  if (!hop) return socketAddress ?? 'unknown';
  if (isIP(hop)) return hop;
  // Some proxies write the port too; whatever is no address was written by the visitor.
  const given = hop.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1').replace(/^\[([^\]]*)\](:\d+)?$/, '$1');
  return isIP(given) ? given : (socketAddress ?? 'unknown');
}

function hopOf(forwardedFor: string, proxies: number): string | undefined {
  return forwardedFor.includes(',')
    ? forwardedFor.split(',').at(-proxies)?.trim()
    : proxies === 1
      ? forwardedFor.trim()
      : undefined;
}

/** The network that limits count by: an IPv4 address, or the /64 that one IPv6 subscriber has all of. */
export function clientNetwork(address: string): string {
  if (!address.includes(':') || isIP(address) !== 6) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
