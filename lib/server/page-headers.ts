import type { ServerResponse } from 'node:http';

import { dropPages, pageGeneration } from './page-generation';

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

/**
 * Drops the pages once more before the writer of a change is answered. Next forgets what an action's tags name only after
 * the action, and a page that another reader asked for in between was made of what stood before.
 */
export function dropBeforeAnswer(response: ServerResponse): void {
  const begun = pageGeneration();
  const { writeHead } = response;
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (!this.headersSent && pageGeneration() !== begun) dropPages();
    return Reflect.apply(writeHead, this, args) as ServerResponse;
  } as typeof writeHead;
}
