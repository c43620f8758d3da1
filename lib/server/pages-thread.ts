/** The thread that makes the pages: Next, on the socket that `startPages` names. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

import next from 'next';

import { db, limitTime, pool, timeLimits } from '@/lib/core/db';
import { env } from '@/lib/core/env';
import { startSlow } from '@/lib/outside/slow/start-slow';
import nextConfig from '@/next.config';

import { isNoBuildFile, listBuildFiles, listPublicFiles, nameBuildFiles } from './build-files';
import { endFailed } from './end-failed';
import { isSharedPage, mayMakePage, namePublicFiles } from './missing-limit';
import { dropPages, shareGeneration } from './page-generation';
import { shortenSharedLife } from './page-headers';
import { settleCoding, wholeHeader } from './page-key';
import { heldBodyBytes } from './page-turns';
import { generationOfRendering, keepPagesAsBegun, renderAfterOlder } from './next-quirks/overtaken';
import { answerNotFound } from './refuse-request';
import { serveNext } from './serve-next';
import { tagsPath } from './invalidation-message';
import { mostInFlight } from './upstream';
import { dropBeforeAnswer } from './next-quirks/drop-before-answer';
import { askInReadersLanguage, listRoots, nameRoots } from './next-quirks/unknown-language';
import { answerWhole } from './whole-answer';

const { socketPath, generation } = workerData as { socketPath: string; generation: SharedArrayBuffer };
shareGeneration(generation);

limitTime(timeLimits.pages);
const slow = startSlow();
const app = next({ dev: false, hostname: env.HOST, port: env.PORT });
const handle = app.getRequestHandler();
keepPagesAsBegun(nextConfig.cacheMaxMemorySize!);
await app.prepare();
nameBuildFiles(listBuildFiles(nextConfig.distDir ?? '.next'));
const publicFiles = listPublicFiles();
namePublicFiles(publicFiles);
nameRoots([...listRoots(nextConfig.distDir ?? '.next'), ...publicFiles.map((file) => file.split('/', 2)[1]!)]);

const server = createServer({ highWaterMark: heldBodyBytes }, (request, response) => {
  serve(request, response).catch((error: unknown) => endFailed(request, response, error));
});

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  settleCoding(request);
  if (isNoBuildFile(request.url ?? '')) return answerNotFound(response);
  if (!(await mayMakePage(request, response))) return;
  await (isSharedPage(request)
    ? renderAfterOlder(request, () => answer(request, response))
    : answer(request, response));
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const forOne = askInReadersLanguage(request);
  // Next invalidates the tags of a message after its handler has answered; only then the page cache is emptied.
  if (request.url === tagsPath) response.once('close', () => response.statusCode === 204 && dropPages());
  shortenSharedLife(response, forOne);
  if (request.headers[wholeHeader] !== undefined) answerWhole(request, response, generationOfRendering());
  if (request.method === 'POST') dropBeforeAnswer(response);
  await serveNext(request, response, handle);
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
