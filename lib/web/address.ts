import { env } from '@/lib/core/env';

/** The visitor's address: the socket's, or behind trusted proxies the one that the outermost of them saw. */
export function clientAddress(forwardedFor: string | null | undefined, socketAddress: string | undefined): string {
  const hop = env.TRUSTED_PROXIES > 0 ? forwardedFor?.split(',').at(-env.TRUSTED_PROXIES)?.trim() : undefined;
  return hop || (socketAddress ?? 'unknown');
}
