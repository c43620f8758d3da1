/** One kept connection over loopback, on a raw socket: an HTTP client costs more than the server that a bench would measure. */
import { connect } from 'node:net';

export type Heard = { status: number; head: string; body: string };

/** Sends a request and hands over its answer. */
export type Ask = (request: string | Buffer, heard: (answer: Heard) => void) => void;

/** Opens a connection for one request at a time. Resolves when it stands. A server that hangs up ends the program, unless somebody is to be told. */
export function openConnection(port: number, hungUp: () => void = endProgram): Promise<Ask> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let kept = '';
    let heard: (answer: Heard) => void = () => undefined;
    const ask: Ask = (request, hear) => {
      heard = hear;
      socket.write(request);
    };
    socket.setEncoding('latin1');
    socket.on('connect', () => resolve(ask));
    socket.on('error', reject);
    socket.on('close', hungUp);
    socket.on('data', (chunk: string) => {
      kept = kept ? kept + chunk : chunk;
      const answer = whole(kept);
      if (!answer) return;
      kept = '';
      heard(answer);
    });
  });
}

function endProgram(): never {
  throw new Error('The server hung up');
}

// One answer comes for each request, so an end of the headers and a length tell all, or a last chunk.
function whole(text: string): Heard | null {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = text.slice(0, end);
  if (/transfer-encoding: chunked/i.test(head))
    return text.endsWith('\r\n0\r\n\r\n')
      ? { status: Number(text.slice(9, 12)), head, body: text.slice(end + 4) }
      : null;
  const length = /content-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer without a length: ${text.slice(0, 200)}`);
  return text.length >= end + 4 + Number(length)
    ? { status: Number(text.slice(9, 12)), head, body: text.slice(end + 4) }
    : null;
}

/** A POST as it goes over the wire. */
export function post(path: string, headers: Record<string, string>, body: string): string {
  const lines = Object.entries({
    Host: 'localhost',
    ...headers,
    'Content-Length': String(Buffer.byteLength(body)),
  }).map(([name, value]) => `${name}: ${value}`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
}
