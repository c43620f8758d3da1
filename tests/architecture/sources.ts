/** The project's own source files, read once for the rules beside this file. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export type Source = { file: string; text: string };

export function sources(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.replaceAll('\\', '/')))
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('/prisma-client/'))
      .map((file) => ({ file, text: readFileSync(file, 'utf8') })),
  );
}

export const isTest = ({ file }: Source): boolean => /\.(test|spec)\.tsx?$/.test(file);

/** The program itself: what is shipped, without its tests. */
export function program(): Source[] {
  const server = { file: 'server.ts', text: readFileSync('server.ts', 'utf8') };
  return [...sources('app', 'components', 'lib'), server].filter((source) => !isTest(source));
}
