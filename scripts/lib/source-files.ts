/** Which files a program of ours is made of, and whether one of them has changed. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The paths of all sources that the programs read, without packages; null while one of them cannot be read. */
export function sourceFiles(programs: string[]): string[] | null {
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
  try {
    const { metafile } = buildSync({
      entryPoints: programs,
      outdir: 'unwritten',
      write: false,
      metafile: true,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      logLevel: 'silent',
    });
    return Object.keys(metafile.inputs);
  } catch {
    return null;
  }
}

/** When the newest of the files was written, in milliseconds; one that is away does not count. */
export function newestChange(files: string[]): number {
  return Math.max(0, ...files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
}
