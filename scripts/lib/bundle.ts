/** A program of ours with all its files in one: reading hundreds of them through the TypeScript loader takes longer than most programs run. */
import { renameSync } from 'node:fs';
import path from 'node:path';

import { buildSync } from 'esbuild';

const made = new Map<string, string>();

/** The path of the program as one file of JavaScript, made anew once in a process; packages are read from where they lie. */
export function bundle(script: string): string {
  const known = made.get(script);
  if (known) return known;
  const file = path.resolve('node_modules/.millet/programs', script.replaceAll(/[\\/]/g, '-').replace(/\.ts$/, '.mjs'));
  // Another process may be about to read the file.
  const draft = `${file}.${process.pid}`;
  buildSync({ entryPoints: [script], outfile: draft, bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', sourcesContent: false, logLevel: 'silent' });
  renameSync(draft, file);
  made.set(script, file);
  return file;
}
