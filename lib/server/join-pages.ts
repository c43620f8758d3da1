import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { Client } from 'undici';

import { log } from '@/lib/core/log';

import { onDrain } from './draining';
import { hostRefusal } from './known-hosts';
import type { Pages } from './pages';
import { openUpstream } from './upstream';

export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Where the browser hears of edits while the site is developed. */
const editsPath = /^\/_next\/hmr(\?|$)/;

/**
 * The pages of a process that `npm run dev` has started and that stays when this one starts again; with the connection by
 * which the browser hears of edits, the only one that may change its protocol.
 */
export function joinPages(socketPath: string): Pages & { upgrade: Upgrade } {
  const { pass, post, close } = openUpstream(socketPath);
  return {
    pass,
    // Nothing is kept of a page that may change with the next keystroke, and Next asks its reader's headers about edits.
    fill: (request, response) => pass(request, response, 0),
    post,
    stop: close,
    upgrade: (...asked) => void upgrade(socketPath, ...asked),
  };
}

async function upgrade(socketPath: string, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
  socket.on('error', () => socket.destroy());
  if (!editsPath.test(request.url ?? '') || hostRefusal(request.headers.host))
    return void socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  const client = new Client('http://localhost', { socketPath });
  try {
    const { headers, socket: pages } = await client.upgrade({
      path: request.url!,
      protocol: 'websocket',
      headers: Object.fromEntries(
        kept.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])),
      ),
    });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
    pages.write(head);
    pages.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('close', () => pages.destroy());
    onDrain(() => socket.destroy());
    socket.pipe(pages).pipe(socket);
  } catch (error) {
    log.debug({ err: error }, 'the browser could not listen to edits');
    socket.destroy();
  }
}

const kept = [
  'host',
  'origin',
  'cookie',
  'user-agent',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-protocol',
  'sec-websocket-extensions',
] as const;
