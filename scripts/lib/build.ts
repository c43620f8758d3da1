/** The production build: made anew when its sources, its database or its public address are others than last time. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { withLock } from './lock';
import { programOf, runToEnd } from './run-node';
import { say, Trouble } from './say';

const sources = [
  'app', 'components', 'lib', 'messages', 'prisma/schema', 'public', 'next.config.ts', 'postcss.config.mjs',
  'tsconfig.json', 'package-lock.json',
];

export async function buildIfStale(database: string): Promise<void> {
  const folder = process.env.NEXT_DIST_DIR ?? '.next';
  await withLock(`node_modules/.millet/${folder}.lock`, async () => {
    const wanted = digest(database);
    const stamp = path.join(folder, 'made-from');
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
    await build(folder);
    writeFileSync(stamp, wanted);
  }, 900_000);
}

async function build(folder: string): Promise<void> {
  const began = Date.now();
  say('Building the pages; this takes about a minute…');
  const { status, output } = await runToEnd({
    script: programOf('next', 'dist/bin/next'), words: ['build'], quiet: true,
    variables: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new Trouble(`${output}\nThe build failed (${status})`);
  writeFileSync(path.join(folder, 'build.log'), output);
  say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
}

// Public pages are made during the build from what the database holds, hence its place in the digest.
function digest(database: string): string {
  const hash = createHash('sha256').update(`${process.version} ${database} ${process.env.PUBLIC_URL ?? ''}`);
  for (const file of sources.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).toSorted()
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile() && !/\.test\.tsx?$|prisma-client/.test(file));
}
