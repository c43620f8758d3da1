import { env } from '@/lib/core/env';

/** The visitor's address: the socket's, or behind trusted proxies the one that the outermost of them saw. */
export function clientAddress(forwardedFor: string | null | undefined, socketAddress: string | undefined): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim()).filter(Boolean);
  const hop = env.TRUSTED_PROXIES > 0 ? hops.at(-env.TRUSTED_PROXIES) : undefined;
  return hop ?? socketAddress ?? 'unknown';
}
