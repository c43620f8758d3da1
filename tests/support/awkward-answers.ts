import type { IncomingMessage, ServerResponse } from 'node:http';
import zlib from 'node:zlib';

const PACK: Record<string, (text: Buffer) => Buffer> = {
  gzip: zlib.gzipSync,
  deflate: zlib.deflateSync,
  br: (text) => zlib.brotliCompressSync(text, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }),
  zstd: (text) => text,
};

/** Answers as servers of the internet might: packed, endless, silent, in circles. The path says how. */
export function answerAwkwardly(request: IncomingMessage, response: ServerResponse): void {
  const [path, query = ''] = request.url!.split(/\?(.*)/);
  const send = (body: Buffer | string, headers = {}) =>
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(body);
  switch (path) {
    case '/hello':
      return void send('hello');
    case '/to':
      return void response.writeHead(302, { location: query }).end();
    case '/loop':
      return void response.writeHead(301, { location: '/loop' }).end();
    case '/packed':
      return void send(PACK[query]!(Buffer.from('hello')), { 'content-encoding': query });
    case '/bomb':
      return void send(PACK[query]!(Buffer.alloc(30_000_000)), { 'content-encoding': query });
    case '/broken-gzip':
      return void send(zlib.gzipSync('hello').subarray(0, 12), { 'content-encoding': 'gzip' });
    case '/large':
      return void send('x'.repeat(5_000), { 'content-length': '5000' });
    case '/large-unannounced':
      return void response.writeHead(200).write('x'.repeat(5_000));
    case '/drip': {
      const drops = setInterval(() => response.write('x'), 20);
      return void response.writeHead(200).on('close', () => clearInterval(drops));
    }
    case '/silent':
      return;
    case '/reset':
      return void request.socket.destroy();
    default:
      return void response.writeHead(404).end('no');
  }
}
