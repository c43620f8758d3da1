import { readdirSync } from 'node:fs';
import path from 'node:path';

import { buildRoot } from './page-key';

/** The addresses of all files that the build made for browsers. */
export function listBuildFiles(buildFolder: string): string[] {
  return listFiles(path.join(buildFolder, 'static'), buildRoot);
}

/** The addresses of all files that are served as they lie in `public`. */
export function listPublicFiles(): string[] {
  return listFiles('public', '/');
}

function listFiles(root: string, prefix: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep))
    .flatMap((parts) => [parts.join('/'), parts.map(encodeURIComponent).join('/')])
    .map((name) => `${prefix}${name}`);
}

let buildFiles: ReadonlySet<string> | null = null;

/** Tells which addresses lead to files of the build. */
export function nameBuildFiles(addresses: Iterable<string>): void {
  buildFiles = new Set(addresses);
}

/** Whether an address is under those of the build's files and leads to none of them, as far as their exact names tell. */
export function isNoBuildFile(url: string): boolean {
  return url.startsWith(buildRoot) && !buildFiles?.has(url.split('?', 1)[0]!);
}
