import type { ServerResponse } from 'node:http';

import { dropPages, pageGeneration } from '../page-generation';

/**
 * Drops the pages once more before the writer of a change is answered. Next 16.4 forgets what an action's tags name only after
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
