/** The process that makes the pages of `npm run dev`: Next in its development mode, on the socket of PAGES_SOCKET. */
import { createServer } from 'node:http';

import next from 'next';

import { limitTime, timeLimits } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { startSlow } from '@/lib/outside/slow/start-slow';

import { endFailed } from './end-failed';
import { serveNext } from './serve-next';

limitTime(timeLimits.pages);
const slow = startSlow();
const app = next({ dev: true, hostname: env.HOST, port: env.PORT });
await app.prepare();
const handle = app.getRequestHandler();

// No page cache and no limits here: each page is rendered anew, for one reader.
const server = createServer((request, response) => {
  serveNext(request, response, handle).catch((error: unknown) => endFailed(request, response, error));
});
server.keepAliveTimeout = 0;
server.listen({ path: env.PAGES_SOCKET });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    slow.stop();
    void app.close().finally(() => process.exit(0));
  });
}
