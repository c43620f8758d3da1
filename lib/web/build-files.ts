import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The addresses of all files that the build made for browsers. */
export function listBuildFiles(buildFolder: string): string[] {
  const root = path.join(buildFolder, 'static');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep))
    .flatMap((parts) => [parts.join('/'), parts.map(encodeURIComponent).join('/')])
    .map((name) => `/_next/static/${name}`);
}
