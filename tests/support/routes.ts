import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every address pattern of the program: pages and handlers under `app`, and the paths that endpoints declare. Parts are `[name]`. */
export function listRoutes(): string[] {
  const pages = filesOf('app')
    .filter((file) => /\/(page|route)\.tsx?$/.test(file) && !/\[\.{3}(rest|nextauth)\]/.test(file))
    .map(
      (file) =>
        file
          .replace(/^app/, '')
          .replace(/\/(page|route)\.tsx?$/, '')
          .replace(/\/\([^/]+\)/g, '')
          .replace(/\[\[?\.{3}([^\]]+)\]\]?/g, '[$1]')
          .replace(/\/\[locale\]/, '/en') || '/',
    );
  const endpoints = filesOf('lib')
    .filter((file) => !file.endsWith('.test.ts') && !file.includes('/prisma-client/'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/path: '(\/api\/[^']+)'/g)].map(([, found]) =>
        found!.replace(/:(\w+)/g, '[$1]'),
      ),
    );
  return [...new Set([...pages, ...endpoints])].toSorted();
}

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
    .filter((file) => /\.tsx?$/.test(file));

/** What visitors and attackers put where a part of an address stands. */
export const hardParts = [
  '%E7%8B%90',
  'caf%C3%A9',
  'cafe%CC%81',
  '%25',
  '%',
  '%00',
  '%ff',
  '%E0%A4%A',
  'x'.repeat(2_000),
  '.',
  '..',
  '%2e%2e',
  '%2F',
  '%5C',
  '%2525',
  '99999999999999999999',
  'zzzzzzzzz.00000000-0000-7000-8000-000000000000',
];
