import type { IncomingMessage, ServerResponse } from 'node:http';

import { db, pool } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { isOpenToOthers } from '@/lib/core/loopback';
import { startWorkerThread } from '@/lib/start-worker-thread';
import { createFront } from '@/lib/web/front';
import { hearTags } from '@/lib/web/hear-tags';
import { startPages } from '@/lib/web/pages';
import { refuseUnreadable } from '@/lib/web/refuse-unreadable';
import { serveClaim } from '@/lib/web/serve-claim';
import { serveDoor } from '@/lib/web/serve-door';
import { serveLive } from '@/lib/web/serve-live';
import { servePageOf } from '@/lib/web/serve-page';
import { servePayment } from '@/lib/web/serve-payment';

const pages = await startPages();

const server = createFront((request, response) =>
  serveClaim(request, response) ? undefined : serve(request, response),
);

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (
    (await serveDoor(request, response)) ||
    (await servePayment(request, response)) ||
    (await serveLive(request, response))
  )
    return;
  if (!refuseUnreadable(request, response)) await servePageOf(pages, request, response);
}

server.listen(env.PORT, env.HOST);
const tags = hearTags(pages.post);
const worker = env.WORKER === 'on' ? startWorkerThread() : null;
log.info({ port: env.PORT }, 'serving');
if (env.embedded && isOpenToOthers(env.HOST))
  log.warn(
    { host: env.HOST },
    'the demo is open to its network: whoever reaches it can read its mailbox and sign in as anybody',
  );

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
