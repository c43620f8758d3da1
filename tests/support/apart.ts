import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folders = ['app', 'components', 'lib', 'messages', 'prisma', 'scripts', 'tests'];

/** What puts other modules in the place of ours needs a process to itself. */
const needsItsOwn = /^\s*vi\.mock\(/m;

/** Patterns of the test files that need a process to themselves, by what they do. */
export function listApart(root: string): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, name.replaceAll('\\', '/')),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file) && needsItsOwn.test(readFileSync(path.join(root, file), 'utf8')))
    .map((file) => file.replace(/[()[\]]/g, '\\$&'));
}
