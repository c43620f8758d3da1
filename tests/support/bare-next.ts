/** A small app behind the installed Next and nothing of ours: what Next does by itself is tried on it. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

import { withLock } from '@/scripts/lib/lock';
import { programOf, runToEnd, start, stopOne } from '@/scripts/lib/run-node';

/** Where the app stands as it was written. */
export const bareSources = 'tests/fixtures/bare-next';
const place = path.resolve('.data/bare-next');
const bundled = ['lib/server/next-quirks/answer.ts'];
const minute = 60_000;

/** How long the first build after a change of Next or of the app may take, in milliseconds. */
export const bareBuildMs = 4 * minute;

export type BareNext = { port: number; folder: string; stop(): Promise<void> };

/** Serves the app by Next's own handler; `ours` is a module within whose functions it answers. */
export async function startBareNext(ours?: string): Promise<BareNext> {
  const folder = path.join(place, digest());
  await withLock(
    path.join(place, 'lock'),
    async () => existsSync(path.join(folder, 'built')) || build(folder),
    bareBuildMs,
  );
  const child = start({
    script: path.join(folder, 'serve.mjs'),
    flags: ['--import', pathToFileURL(path.resolve('scripts/lib/loader.mjs')).href],
    quiet: true,
    folder,
    variables: {
      NODE_ENV: 'production',
      NODE_OPTIONS: '',
      TSX_TSCONFIG_PATH: path.resolve('tsconfig.json'),
      OURS: ours && pathToFileURL(path.resolve(ours)).href,
    },
  });
  let told = '';
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      told += `${line}\n`;
      const found = /^port (\d+)$/.exec(line)?.[1];
      if (found) resolve(Number(found));
    });
    child.stderr!.on('data', (text) => (told += String(text)));
    child.once('exit', () => reject(new Error(`The bare Next did not come up:\n${told}`)));
  });
  return { port, folder, stop: () => stopOne(child) };
}

async function build(folder: string): Promise<void> {
  for (const name of readdirSync(place)) if (name !== 'lock') rmSync(path.join(place, name), { recursive: true });
  cpSync(bareSources, folder, { recursive: true });
  const { status, output } = await runToEnd({
    script: programOf('next', 'dist/bin/next'),
    words: ['build', folder],
    quiet: true,
    variables: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new Error(`${output}\nThe build of the small app failed (${status})`);
  writeFileSync(path.join(folder, 'built'), '');
}

function digest(): string {
  const { version } = createRequire(import.meta.url)('next/package.json') as { version: string };
  const hash = createHash('sha256').update(version);
  const files = readdirSync(bareSources, { recursive: true, encoding: 'utf8' }).map((name) =>
    path.join(bareSources, name),
  );
  for (const file of [...files.toSorted(), ...bundled])
    if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}
