import type { GuardedFetch } from '@/lib/outside/fetch';

/** A fetch that answers each address with these bytes as a PNG. */
export const answering =
  (body: Buffer, status = 200): GuardedFetch =>
  async (finalUrl) => ({
    ok: status < 300,
    status,
    contentType: 'image/png',
    charset: '',
    retryAfter: null,
    body,
    finalUrl,
  });
