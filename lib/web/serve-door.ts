import type { IncomingMessage, ServerResponse } from 'node:http';

import { findDoor, type Answer } from '@/lib/core/door';
import { doors } from '@/lib/flows/doors';

import { actorOf } from './actor';
import { clientAddress } from './address';
import { securityHeaders } from './headers';
import { openDoor } from './open-door';
import { sameOrigin } from './same-origin';
import { openSession, sessionTokenIn, type Session } from './token';

const mostBytes = 64 * 1024;

/** Answers a fast door on the bare server; false when the request is for Next. */
export async function serveDoor(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { method = 'GET', url = '/' } = request;
  const [path = '/', search = ''] = url.split('?', 2);
  const found = path.startsWith('/api/') ? findDoor(doors, method, path) : null;
  if (!found) return false;
  const header = (name: string) => request.headers[name] as string | undefined;
  if (!sameOrigin(method, header)) return write(response, { status: 403, body: { error: 'forbidden' } });
  const ip = clientAddress(header('x-forwarded-for'), request.socket.remoteAddress);
  let opened: Promise<Session | null> | undefined;
  const session = () => (opened ??= openSession(sessionTokenIn(request.headers.cookie)));
  return write(response, await openDoor(found.door, {
    params: found.params,
    query: new URLSearchParams(search),
    ip,
    actor: async () => actorOf(await session(), ip),
    memberId: async () => (await session())?.memberId ?? null,
    body: () => readJson(request),
  }));
}

const fixedHeaders = Object.fromEntries(securityHeaders.map(({ key, value }) => [key, value]));

function write(response: ServerResponse, { status, body, headers }: Answer): true {
  const text = JSON.stringify(body);
  response.writeHead(status, { ...fixedHeaders, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers });
  response.end(text);
  return true;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
