import { rmSync } from 'node:fs';
import { Agent, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { Worker } from 'node:worker_threads';

import { log } from '@/lib/core/log';

import { makeSocketFolder } from './socket-folder';

export type Pages = {
  /** Lets the pages' thread answer a request. */
  pass(request: IncomingMessage, response: ServerResponse): void;
  stop(): Promise<void>;
};

// They are about one connection, and each of the two has its own.
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'expect', 'x-millet-address']);

/**
 * Starts the thread that makes the pages and waits until it can. Next follows every promise of the thread it runs in, which
 * makes a statement there half as dear again: what many buyers do at once must not pay for that. Ends the process when
 * the thread dies, as nothing could be read any more.
 */
export async function startPages(): Promise<Pages> {
  const folder = makeSocketFolder();
  const socketPath = path.join(folder, 'pages');
  const thread = new Worker(new URL('./pages-thread.ts', import.meta.url), { workerData: { socketPath } });
  const gone = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  let stopping = false;
  const died = (error?: unknown) => {
    if (stopping) return;
    log.fatal({ err: error }, 'the thread that makes the pages ended');
    process.exit(1);
  };
  thread.on('error', died).on('exit', () => died());
  await new Promise<void>((resolve) => thread.once('message', () => resolve()));
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
  return {
    pass: (request, response) => pass({ socketPath, agent }, request, response),
    stop: async () => {
      stopping = true;
      thread.postMessage('stop');
      await gone;
      agent.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pass(way: { socketPath: string; agent: Agent }, request: IncomingMessage, response: ServerResponse): void {
  const headers = [...kept(request.rawHeaders), 'x-millet-address', request.socket.remoteAddress ?? 'unknown'];
  const asked = send({ ...way, method: request.method, path: request.url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, kept(answer.rawHeaders));
    pipeline(answer, response, () => undefined);
  });
  // Whoever asked has gone: nobody waits for the page any more.
  response.once('close', () => asked.destroy());
  asked.on('error', (error) => fail(error, request, response));
  pipeline(request, asked, () => undefined);
}

function fail(error: Error, request: IncomingMessage, response: ServerResponse): void {
  if (response.closed) return;
  log.error({ err: error, url: request.url }, 'a page did not come');
  if (response.headersSent) response.destroy();
  else response.writeHead(503, { 'retry-after': '1' }).end();
}

function kept(raw: string[]): string[] {
  const headers: string[] = [];
  for (let at = 0; at < raw.length; at += 2) if (!ofConnection.has(raw[at]!.toLowerCase())) headers.push(raw[at]!, raw[at + 1]!);
  return headers;
}
