import type { ServerResponse } from 'node:http';

// Browsers revalidate each time: a cached copy would show readers the page without their own change.
const sharedLife = 'max-age=0, s-maxage=5, must-revalidate';

/**
 * Lets shared caches keep a document for five seconds, whatever life Next gives it: what a moderator hides must be
 * gone from a CDN as soon as it is gone from here. A page rendered for one reader is never stored.
 */
export function shortenSharedLife(response: ServerResponse, forOne = false): void {
  const { setHeader } = response;
  const lifeOf = (given: string): string =>
    forOne ? 'private, no-store' : given.replace(/s-maxage=\d+(, stale-while-revalidate(=\d+)?)?/, sharedLife);
  response.setHeader = function (this: ServerResponse, name: string, value: number | string | readonly string[]) {
    return setHeader.call(this, name, name.toLowerCase() === 'cache-control' ? lifeOf(String(value)) : value);
  } as typeof setHeader;
}
