/** The process that makes the pages of `npm run dev`: Next in its development mode, on the socket of PAGES_SOCKET. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import next from 'next';

import { limitTime, timeLimits } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { startSlow } from '@/lib/outside/slow/start-slow';

import { answering } from './next-quirks/answer';
import { refuseForm } from './next-quirks/refuse-form';
import { refuseRouterState } from './next-quirks/router-state';
import { answeringPost } from './next-quirks/unreadable-post';
import { renderBeforeResponding } from './next-quirks/whole-pages';

limitTime(timeLimits.pages);
const slow = startSlow();
const app = next({ dev: true, hostname: env.HOST, port: env.PORT });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    log.error({ err: error, url: request.url }, 'request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

// No page cache and no limits here: each page is rendered anew, for one reader.
async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (refuseRouterState(request, response) || (await refuseForm(request, response))) return;
  const whole = renderBeforeResponding(request);
  const make = () => handle(request, response);
  await (request.method === 'POST'
    ? answeringPost(request, response, make)
    : whole
      ? answering({ response }, make)
      : make());
}

server.keepAliveTimeout = 0;
server.listen({ path: env.PAGES_SOCKET });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    slow.stop();
    void app.close().finally(() => process.exit(0));
  });
}
