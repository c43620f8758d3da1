import type { IncomingMessage, ServerResponse } from 'node:http';

import { log } from '@/lib/core/log';

/** Logs that a request failed, and ends its response, with 500 unless its head was sent. */
export function endFailed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  log.error({ err: error, url: request.url }, 'request failed');
  if (!response.headersSent) response.writeHead(500);
  response.end();
}
