import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import { db, pool } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { hearTags } from '@/lib/web/hear-tags';
import { startPages } from '@/lib/web/pages';
import { serveClaim } from '@/lib/web/serve-claim';
import { serveDoor } from '@/lib/web/serve-door';
import { serveLive } from '@/lib/web/serve-live';
import { servePayment } from '@/lib/web/serve-payment';
import { startWorker } from '@/lib/worker';

const pages = await startPages();

const server = createServer((request, response) => {
  if (serveClaim(request, response)) return;
  serve(request, response).catch((error: unknown) => {
    log.error({ err: error, url: request.url }, 'request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if ((await serveDoor(request, response)) || (await servePayment(request, response)) || (await serveLive(request, response))) return;
  pages.pass(request, response);
}

server.keepAliveTimeout = 65_000;
server.listen(env.PORT, env.HOST);
const tags = hearTags(`http://${['0.0.0.0', '::'].includes(env.HOST) ? '127.0.0.1' : env.HOST}:${env.PORT}`);
const worker = env.WORKER === 'on' ? await startWorker() : null;
log.info({ port: env.PORT }, 'serving');

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  server.close();
  server.closeAllConnections();
  await Promise.allSettled([worker?.stop(), tags.stop(), pages.stop()]);
  await Promise.allSettled([db.$disconnect(), pool.end()]);
  process.exit(0);
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
