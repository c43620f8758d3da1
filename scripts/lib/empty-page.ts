/** An empty page of the same Next, built once for each version and served from memory as the real pages are: compressed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { programOf, runToEnd } from './run-node';
import { say, Trouble } from './say';

const { version } = createRequire(import.meta.url)('next/package.json') as { version: string };
const folder = path.resolve('.data/empty-page', version);

const files = {
  'next.config.mjs': 'export default { cacheComponents: true, partialPrefetching: true };\n',
  'package.json': '{ "private": true, "type": "module" }\n',
  'app/layout.js':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  'app/page.js': 'export default function Page() {\n  return <p>Empty</p>;\n}\n',
};

export async function withEmptyPage<T>(work: (address: string) => Promise<T>): Promise<T> {
  const page = path.join(folder, '.next/server/app/index.html');
  if (!existsSync(page)) await build();
  const server = createServer((request, response) => {
    const asked = decodeURI(request.url ?? '/');
    const file = asked.startsWith('/_next/static/') ? path.join(folder, '.next', asked.slice('/_next/'.length)) : page;
    if (asked !== '/' && (file === page || !file.startsWith(folder) || !existsSync(file)))
      return response.writeHead(404).end();
    const type = file.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' });
    return response.end(gzipSync(readFileSync(file)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
  }
}

async function build(): Promise<void> {
  say('Building an empty page of the same Next…');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const { status, output } = await runToEnd({
    script: programOf('next', 'dist/bin/next'),
    words: ['build', folder],
    quiet: true,
    variables: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new Trouble(`${output}\nThe build of the empty page failed (${status})`);
}
