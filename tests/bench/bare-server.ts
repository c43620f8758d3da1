/** The yardstick of a bench: a bare node:http server that reads, parses and answers the same request, and does nothing else. */
import { createServer } from 'node:http';

const answer = JSON.stringify({
  claimId: '00000000-0000-4000-8000-000000000000',
  variantId: '00000000-0000-4000-8000-000000000000',
  heldUntil: new Date().toISOString(),
  now: Date.now(),
  checkout: '/checkout/00000000-0000-4000-8000-000000000000',
});
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) };

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    const body = JSON.parse(text) as { variantId?: string };
    response.writeHead(body.variantId ? 201 : 400, headers);
    response.end(answer);
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
