import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const ALLOCATED = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96') as [ipaddr.IPv6, number];
/** Public in form, but answered by the cloud host itself: Azure's agent. */
const HOST_AGENTS = new Set(['168.63.129.16']);

/**
 * Whether an IP address is an ordinary machine on the open internet. Everything else is not: private,
 * loopback, link-local, carrier, documentation, multicast, reserved, and tunnels into any of them.
 */
export function isPublicAddress(text: string): boolean {
  if (!isIP(text) || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  return address.kind() === 'ipv4' ? isPublicV4(address as ipaddr.IPv4) : isPublicV6(address as ipaddr.IPv6);
}

function isPublicV4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !HOST_AGENTS.has(address.toString());
}

function isPublicV6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicV4(wrapped(address));
  if (address.match(NAT64)) return isPublicV4(wrapped(address));
  // ipaddr.js calls whatever it has no name for "unicast", also ::7f00:1, which some systems route to 127.0.0.1.
  return address.range() === 'unicast' && address.match(ALLOCATED);
}

function wrapped(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(-4));
}
