/** The front and its page cache before a thread of pages whose Next is a handler of the test, over real sockets. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';

import { createFront } from '@/lib/server/front';
import { servePage } from '@/lib/server/page-cache';
import { dropPages } from '@/lib/server/page-generation';
import { dropBeforeAnswer } from '@/lib/server/next-quirks/drop-before-answer';
import { shortenSharedLife } from '@/lib/server/page-headers';
import { settleCoding, wholeHeader } from '@/lib/server/page-key';
import { servePageOf } from '@/lib/server/serve-page';
import { openUpstream, type Upstream } from '@/lib/server/upstream';
import { answerWhole } from '@/lib/server/whole-answer';

import { openLane, sendRaw, type Pass } from './desync';

export type Make = (response: ServerResponse, request: IncomingMessage) => void;

export type PageSite = {
  /** How many answers were made, and what makes them. */
  made: number;
  make: Make;
  port: number;
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  text(path: string, headers?: Record<string, string>): Promise<string>;
  /** The answer as it came over the wire. */
  raw(path: string, headers?: string, method?: string): Promise<string>;
  close(): Promise<void>;
};

/** What Next says of a document for everyone. */
export const forEveryone = { 'Cache-Control': 's-maxage=5, stale-while-revalidate=295', 'Content-Type': 'text/html' };

/** Says of an answer what Next says of a document for everyone, and something more. */
export function mark(response: ServerResponse, more: Record<string, string> = {}): ServerResponse {
  for (const [name, value] of Object.entries({ ...forEveryone, ...more })) response.setHeader(name, value);
  return response;
}

// As Next does with every answer.
const compress = createRequire(import.meta.url)('next/dist/compiled/compression')() as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Opens a site whose pages say how many were made, unless the test makes others. */
export async function openPageSite(make?: Make): Promise<PageSite> {
  let upstream: Upstream;
  const lane = await openLane(
    (socketPath) => {
      upstream = openUpstream(socketPath);
      const pass: Pass = (request, response) => void servePageOf(upstream, request, response);
      return { pass, close: upstream.close };
    },
    (pass) =>
      createFront((request, response) => (servePage(request, response) ? undefined : void pass(request, response))),
    answerAsPages,
  );

  const site: PageSite = {
    made: 0,
    port: lane.port,
    make: make ?? ((response) => mark(response).end(`page ${site.made}`)),
    ask: (path, headers = {}, method = 'GET') =>
      fetch(`http://127.0.0.1:${lane.port}${path}`, { headers, method, redirect: 'manual' }),
    text: async (path, headers) => (await site.ask(path, headers)).text(),
    raw: async (path, headers = '', method = 'GET') => {
      const request = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`;
      return (await sendRaw(lane.port, request, { firstMs: 5_000, quietMs: 60 })).heard;
    },
    close: async () => {
      await lane.close();
      dropPages();
    },
  };

  // What pages-thread.ts does before Next.
  function answerAsPages(request: IncomingMessage, response: ServerResponse): void {
    settleCoding(request);
    shortenSharedLife(response);
    if (request.headers[wholeHeader] !== undefined) answerWhole(request, response);
    if (request.method === 'POST') dropBeforeAnswer(response);
    compress(request, response, () => undefined);
    site.made += 1;
    site.make(response, request);
  }
  return site;
}
