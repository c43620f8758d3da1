import type { IncomingMessage, ServerResponse } from 'node:http';

import { findEndpoint } from '@/lib/core/endpoint';
import { endpoints } from './endpoints';

import { actorOfRequest } from './actor';
import { clientAddress, clientNetwork } from './address';
import { readText, writeAnswer } from './bare-server';
import { handleEndpoint } from './handle-endpoint';
import { requestIdOf } from './request-id';
import { sameOrigin } from './same-origin';
import { openSession, sessionTokenIn, type Session } from './token';

const mostBytes = 64 * 1024;

/** Answers a request to an endpoint before Next; false when the request is for Next. */
export async function serveEndpoint(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method = 'GET', url = '/' } = request;
  const [path = '/', search = ''] = url.split('?', 2);
  const found = path.startsWith('/api/') ? findEndpoint(endpoints, method, path) : null;
  if (!found) return false;
  const header = (name: string) => request.headers[name] as string | undefined;
  if (!sameOrigin(method, header)) {
    writeAnswer(response, { status: 403, body: { error: 'forbidden' } });
    return true;
  }
  const ip = clientNetwork(clientAddress(header('x-forwarded-for'), request.socket.remoteAddress));
  let opened: Promise<Session | null> | undefined;
  const session = () => (opened ??= openSession(sessionTokenIn(request.headers.cookie)));
  writeAnswer(
    response,
    await handleEndpoint(found.endpoint, {
      params: found.params,
      query: new URLSearchParams(search),
      ip,
      actor: async () =>
        actorOfRequest(await session(), { ip, requestId: requestIdOf(request), agent: header('user-agent') }),
      requestId: () => requestIdOf(request),
      memberId: async () => (await session())?.memberId ?? null,
      body: () => readJson(request),
      header,
    }),
  );
  return true;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse((await readText(request, mostBytes)) ?? '');
  } catch {
    return undefined;
  }
}
