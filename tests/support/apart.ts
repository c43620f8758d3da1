import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folders = ['app', 'components', 'lib', 'messages', 'prisma', 'scripts', 'tests'];

/** What puts other modules in the place of ours needs a process to itself. */
const needsItsOwn = /^\s*vi\.mock\(/m;

/** Patterns of the test files that need a process to themselves, by what they do. */
export const listApart = (root: string): string[] =>
  testFilesWith(root, needsItsOwn).map((file) => file.replace(/[()[\]]/g, '\\$&'));

/** The test files whose text has what is asked for, from the root; `ending` says what a test file of the kind is called. */
export function testFilesWith(root: string, wanted: RegExp, ending = /\.test\.tsx?$/): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, name.replaceAll('\\', '/')),
      ),
    )
    .filter((file) => ending.test(file) && wanted.test(readFileSync(path.join(root, file), 'utf8')));
}
