/** The thread that makes the pages: Next, on the socket that `startPages` names. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

import next from 'next';

import { db, limitTime, pool, timeLimits } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { log } from '@/lib/core/log';
import { startSlow } from '@/lib/outside/slow/start-slow';
import nextConfig from '@/next.config';

import { answering } from './next-quirks/answer';
import { isNoBuildFile, listBuildFiles, listPublicFiles, nameBuildFiles } from './build-files';
import { mayMakePage, namePublicFiles } from './missing-limit';
import { dropPages, shareGeneration } from './page-generation';
import { dropBeforeAnswer, shortenSharedLife } from './page-headers';
import { settleCoding, wholeHeader } from './page-key';
import { heldBodyBytes } from './page-turns';
import { leadOnce } from './next-quirks/lead-once';
import { refuseForm } from './next-quirks/refuse-form';
import { refuseRouterState } from './next-quirks/router-state';
import { answerNotFound } from './refuse-request';
import { tagsPath } from './invalidation-message';
import { mostInFlight } from './upstream';
import { askInReadersLanguage, listRoots, nameRoots } from './next-quirks/unknown-language';
import { answeringPost } from './next-quirks/unreadable-post';
import { answerWhole } from './whole-answer';
import { renderBeforeResponding } from './next-quirks/whole-pages';

const { socketPath, generation } = workerData as { socketPath: string; generation: SharedArrayBuffer };
shareGeneration(generation);

limitTime(timeLimits.pages);
const slow = startSlow();
const app = next({ dev: false, hostname: env.HOST, port: env.PORT });
const handle = app.getRequestHandler();
await app.prepare();
nameBuildFiles(listBuildFiles(nextConfig.distDir ?? '.next'));
const publicFiles = listPublicFiles();
namePublicFiles(publicFiles);
nameRoots([...listRoots(nextConfig.distDir ?? '.next'), ...publicFiles.map((file) => file.split('/', 2)[1]!)]);

const server = createServer({ highWaterMark: heldBodyBytes }, (request, response) => {
  serve(request, response).catch((error: unknown) => {
    log.error({ err: error, url: request.url }, 'request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  settleCoding(request);
  if (isNoBuildFile(request.url ?? '')) return answerNotFound(response);
  if (refuseRouterState(request, response)) return;
  if (!(await mayMakePage(request, response)) || (await refuseForm(request, response))) return;
  const forOne = askInReadersLanguage(request);
  // Next invalidates the tags of a message after its handler has answered; only then the page cache is emptied.
  if (request.url === tagsPath) response.once('close', () => response.statusCode === 204 && dropPages());
  const whole = renderBeforeResponding(request);
  leadOnce(response);
  shortenSharedLife(response, forOne);
  if (request.headers[wholeHeader] !== undefined) answerWhole(request, response);
  if (request.method === 'POST') dropBeforeAnswer(response);
  const make = () => handle(request, response);
  await (request.method === 'POST'
    ? answeringPost(request, response, make)
    : whole
      ? answering({ response }, make)
      : make());
}

// The only client is the process's own server, which keeps its connections open.
server.keepAliveTimeout = 0;
server.maxHeadersCount = 0;
// Each request in flight may need a connection, and many arrive while a page is rendered: none is refused.
server.listen({ path: socketPath, backlog: mostInFlight.all }, () => parentPort?.postMessage('ready'));
slow.startAhead();

parentPort?.once('message', () => void stop());

async function stop(): Promise<void> {
  slow.stop();
  server.close();
  server.closeAllConnections();
  await Promise.allSettled([app.close(), db.$disconnect(), pool.end()]);
  process.exit(0);
}
