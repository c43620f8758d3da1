/** The yardstick of `bench:pages`: a bare node:http server that sends one answer, or says that its reader has it already, and does nothing else. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** Raw headers, as an array of names and values, and the bytes that follow them; by their addresses. */
export type BarePages = Record<string, { headers: string[]; unchanged: string[]; etag: string; body: string }>;

const pages = new Map(
  Object.entries(JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as BarePages).map(([path, page]) => [
    path,
    { ...page, body: Buffer.from(page.body, 'base64') },
  ]),
);

const server = createServer((request, response) => {
  const page = pages.get(request.url!)!;
  if (request.headers['if-none-match'] === page.etag) response.writeHead(304, page.unchanged).end();
  else response.writeHead(200, page.headers).end(page.body);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
