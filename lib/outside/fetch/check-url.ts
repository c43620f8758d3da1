import { FetchRefused } from './fetch-refused';

/**
 * The address as a URL that may be asked for. Refuses with bad-url (unreadable, with a user name, a host
 * ending in a dot), bad-scheme (not http or https) and bad-port (not among `ports`).
 */
export function checkUrl(address: string, ports: number[], from?: URL): URL {
  const url = parse(address, from);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchRefused('bad-scheme', url.protocol);
  if (url.username || url.password) throw new FetchRefused('bad-url', 'an address with a user name');
  if (!url.hostname || url.hostname.endsWith('.')) throw new FetchRefused('bad-url', 'a host ending in a dot');
  if (!ports.includes(portOf(url))) throw new FetchRefused('bad-port', `port ${portOf(url)}`);
  return url;
}

/** The host as DNS or an IP parser reads it: without the brackets of IPv6. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}

function parse(address: string, from?: URL): URL {
  try {
    return new URL(address, from);
  } catch {
    throw new FetchRefused('bad-url', 'not an address');
  }
}
