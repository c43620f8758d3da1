/** A lane: a front, the connection that all its visitors share behind it, and a stand-in for the pages' thread that tells what it read. */
import { mkdtempSync, rmSync } from 'node:fs';
import {
  Agent,
  createServer,
  request as send,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream';

export type Read = { method: string; url: string; headers: IncomingMessage['headersDistinct']; body: string };
export type Pass = (request: IncomingMessage, response: ServerResponse) => void;

export type Lane = {
  port: number;
  /** What the front handed on, and what was read behind it. */
  passed: string[];
  read: Read[];
  close(): Promise<void>;
};

/** Opens a lane; `open` makes what passes requests on to the socket, `front` the server before it. */
export async function openLane(
  open: (socketPath: string) => { pass: Pass; close(): unknown },
  front: (serve: Pass) => Server,
  answer: RequestListener = tell,
): Promise<Lane> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'desync-'));
  const socketPath = path.join(folder, 'pages');
  const read: Read[] = [];
  const behind = createServer((request, response) => {
    let body = '';
    request.setEncoding('latin1').on('data', (text: string) => (body += text));
    read.push({
      method: request.method!,
      url: request.url!,
      headers: request.headersDistinct,
      get body() {
        return body;
      },
    });
    answer(request, response);
  });
  behind.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => behind.listen(socketPath, resolve));
  const { pass, close } = open(socketPath);
  const passed: string[] = [];
  const server = front((request, response) => {
    passed.push(`${request.method} ${request.url}`);
    pass(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    passed,
    read,
    close: async () => {
      for (const each of [server, behind]) {
        each.close();
        each.closeAllConnections();
      }
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// Once the whole request has come: what is told names the one who asked.
function tell(request: IncomingMessage, response: ServerResponse): void {
  request
    .on('end', () => response.end(`[${request.method} ${request.url} for ${request.headers['x-visitor'] ?? 'nobody'}]`))
    .resume();
}

/** How requests were passed on before: headers copied by hand to a client that frames some methods by itself. */
export function openByHand(socketPath: string): { pass: Pass; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const dropped = new Set(['connection', 'keep-alive', 'transfer-encoding', 'expect', 'x-millet-address']);
  const kept = (raw: string[]) => raw.filter((_, at) => !dropped.has(raw[at - (at % 2)]!.toLowerCase()));
  const pass: Pass = (request, response) => {
    const asked = send(
      {
        socketPath,
        agent,
        method: request.method,
        path: request.url,
        headers: [...kept(request.rawHeaders), 'x-millet-address', '127.0.0.1'],
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, kept(answer.rawHeaders));
        pipeline(answer, response, () => undefined);
      },
    );
    response.once('close', () => asked.destroy());
    asked.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(503).end()));
    pipeline(request, asked, () => undefined);
  };
  return { pass, close: () => agent.destroy() };
}

/** Sends bytes and reads what comes until the server ends the connection or says nothing more for a while. */
export async function sendRaw(
  port: number,
  bytes: string,
  { quietMs = 30, firstMs = 400, mostMs = Math.max(3_000, 2 * firstMs) } = {},
): Promise<{ heard: string; ended: boolean }> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  let ended = false;
  await new Promise<void>((resolve) => {
    let quiet = setTimeout(resolve, firstMs);
    const last = setTimeout(resolve, mostMs);
    socket.setEncoding('latin1').on('data', (text: string) => {
      heard += text;
      clearTimeout(quiet);
      quiet = setTimeout(resolve, quietMs);
    });
    socket
      .on('error', () => undefined)
      .on('close', () => {
        ended = true;
        clearTimeout(last);
        resolve();
      });
    socket.write(bytes, 'latin1');
  });
  hangUp(socket);
  return { heard, ended };
}

/** Sends bytes and reads what comes until it is enough or the server ends the connection, however long a busy machine takes. */
export async function hear(
  port: number,
  bytes: string,
  isEnough: (heard: string) => boolean = () => false,
  mostMs = 20_000,
): Promise<{ heard: string; ended: boolean }> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  const ended = await new Promise<boolean>((resolve) => {
    const last = setTimeout(resolve, mostMs, false);
    const end = (closed: boolean) => (clearTimeout(last), resolve(closed));
    socket.setEncoding('latin1').on('data', (text: string) => {
      heard += text;
      if (isEnough(heard)) end(false);
    });
    socket.on('error', () => undefined).on('close', () => end(true));
    socket.write(bytes, 'latin1');
  });
  hangUp(socket);
  return { heard, ended };
}

function hangUp(socket: Socket): void {
  socket
    .removeAllListeners()
    .on('error', () => undefined)
    .destroy();
}
