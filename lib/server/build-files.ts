import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The addresses of all files that the build made for browsers. */
export function listBuildFiles(buildFolder: string): string[] {
  return listFiles(path.join(buildFolder, 'static'), '/_next/static/');
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
