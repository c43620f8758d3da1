import type { IncomingMessage, ServerResponse } from 'node:http';

import { db, limitTime, pool, timeLimits } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { isOpenToOthers } from '@/lib/core/loopback';
import { stopLimits } from '@/lib/core/stop-limits';
import { answerTurnedOff, followedAreas } from '@/lib/server/areas';
import { startWorkerThread } from '@/lib/server/start-worker-thread';
import { drainServer } from '@/lib/server/drain-server';
import { createFront } from '@/lib/server/front';
import { listenForInvalidations } from '@/lib/server/listen-for-invalidations';
import { joinPages } from '@/lib/server/join-pages';
import { followedOpening, isOpen } from '@/lib/server/opening';
import { startPages } from '@/lib/server/pages';
import { refuseUnreadable } from '@/lib/server/next-quirks/refuse-unreadable';
import { servePage } from '@/lib/server/page-cache';
import { serveClaim } from '@/lib/server/serve-claim';
import { serveClosed } from '@/lib/server/serve-closed';
import { serveEndpoint } from '@/lib/server/serve-endpoint';
import { serveNews } from '@/lib/server/serve-news';
import { serveOldAddress } from '@/lib/server/serve-old-address';
import { serveMetrics } from '@/lib/server/serve-metrics';
import { timeRequest } from '@/lib/server/request-metrics';
import { serveLive } from '@/lib/server/serve-live';
import { servePageOf } from '@/lib/server/serve-page';
import { servePayment } from '@/lib/server/serve-payment';
import { answerUnknownEndpoint } from '@/lib/server/unknown-endpoint';

limitTime(timeLimits.endpoints);
const developed = env.PAGES_SOCKET ? joinPages(env.PAGES_SOCKET) : null;
const pages = developed ?? (await startPages());

const [opening, areas] = await Promise.all([followedOpening.watch(), followedAreas.watch()]);
const uncachedPages = { ...pages, fill: (...[request, response]: Asked) => pages.pass(request, response, 0) };

const server = createFront((request, response) =>
  isOpen()
    ? serveOpen(request, response)
    : serveClosed(request, response, { file: serveOpen, uncached: serveUncached }),
);

type Asked = [request: IncomingMessage, response: ServerResponse];

function serveOpen(...[request, response]: Asked): Promise<void> | undefined {
  if (answerTurnedOff(request, response) || serveClaim(request, response) || servePage(request, response)) return;
  return serve(request, response, pages);
}

function serveUncached(...[request, response]: Asked): Promise<void> | undefined {
  if (answerTurnedOff(request, response) || serveClaim(request, response)) return;
  return serve(request, response, uncachedPages);
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  from: Parameters<typeof servePageOf>[0],
): Promise<void> {
  timeRequest(request, response);
  if (
    (await serveMetrics(request, response)) ||
    (await serveEndpoint(request, response)) ||
    (await servePayment(request, response)) ||
    (await serveNews(request, response)) ||
    (await serveLive(request, response)) ||
    answerUnknownEndpoint(request, response)
  )
    return;
  if (refuseUnreadable(request, response) || (await serveOldAddress(request, response))) return;
  await servePageOf(from, request, response);
}

if (developed) server.on('upgrade', developed.upgrade);
server.listen(env.PORT, env.HOST);
const tags = listenForInvalidations(pages.post, (changed) => {
  followedOpening.hear(changed);
  followedAreas.hear(changed);
});
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
  const { answersMs, processMs } = stopLimits(env.STOP_SECONDS);
  setTimeout(() => process.exit(1), processMs).unref();
  opening.stop();
  areas.stop();
  await Promise.allSettled([drainServer(server, answersMs), worker?.stop()]);
  await Promise.allSettled([tags.stop(), pages.stop()]);
  await Promise.allSettled([db.$disconnect(), pool.end()]);
  process.exit(0);
}

process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
