/** A program of ours with all its files in one: reading hundreds of them through the TypeScript loader takes longer than most programs run. */
import { renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const made = new Map<string, string>();

/** The path of the program as one file of JavaScript, made anew once in a process; packages are read from where they lie. */
export function bundle(script: string): string {
  const known = made.get(script);
  if (known) return known;
  const file = path.resolve('node_modules/.millet/programs', script.replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '.mjs'));
  // Another process may be about to read the file.
  const draft = `${file}.${process.pid}`;
  // Read only now: a start that needs no such program would wait for it in vain.
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild');
  buildSync({
    entryPoints: [script],
    outfile: draft,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
  });
  renameSync(draft, file);
  made.set(script, file);
  return file;
}
