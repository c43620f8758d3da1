/**
 * Production builds, each in a folder named by the digest of what it was made from. A build is used only when it is
 * complete, and never written into again: a server that runs from one is not disturbed by the next.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { withLock } from './lock';
import { identity, isSameProcess } from './processes';
import { programOf, runToEnd } from './run-node';
import { say, Trouble } from './say';

const buildTsconfig = 'scripts/lib/next-quirks/build-tsconfig.json';

const sources = [
  'app',
  'components',
  'lib',
  'messages',
  'prisma/schema',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  buildTsconfig,
  'package-lock.json',
];

export const buildsFolder = '.next-builds';
// Two databases, or the version before, keep theirs without a new build.
const mostUnused = 2;

/** Makes the build of today's sources unless it is there, marks it as used by this process, and sets NEXT_DIST_DIR to it. */
export async function buildIfStale(): Promise<void> {
  await withLock(
    `${buildsFolder}/lock`,
    async () => {
      const folder = path.join(buildsFolder, digest());
      if (!isComplete(folder)) await build(folder);
      hold(folder);
      removeUnused(buildsFolder, mostUnused);
      process.env.NEXT_DIST_DIR = folder;
    },
    900_000,
    (holder) => say(`Waiting for process ${holder}, which is building from the same folder…`),
  );
}

// Whatever a page would ask of these fails the build.
const nowhere = {
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
  PUBLIC_URL: 'https://build.invalid',
  AUTH_SECRET: 'a build signs nothing, and this is no secret',
  MAIL_FROM: 'nobody@build.invalid',
  SMTP_URL: 'smtp://build.invalid',
  STRIPE_SECRET_KEY: 'none',
  STRIPE_WEBHOOK_SECRET: 'none',
  PAYMENTS: '',
};

async function build(folder: string): Promise<void> {
  const began = Date.now();
  say('Building the pages; this takes about a minute…');
  rmSync(folder, { recursive: true, force: true });
  const { status, output } = await runToEnd({
    script: programOf('next', 'dist/bin/next'),
    words: ['build'],
    quiet: true,
    variables: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ...nowhere,
      NEXT_DIST_DIR: folder,
      NEXT_TSCONFIG: buildTsconfig,
    },
  });
  if (status !== 0) throw new Trouble(`${output}\nThe build failed (${status})`);
  writeFileSync(path.join(folder, 'build.log'), output);
  writeFileSync(path.join(folder, complete), '');
  say(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
}

const complete = 'complete';
const isComplete = (folder: string): boolean => existsSync(path.join(folder, complete));

function hold(folder: string): void {
  mkdirSync(holdersOf(folder), { recursive: true });
  writeFileSync(path.join(holdersOf(folder), identity(process.pid)), '');
  const now = new Date();
  utimesSync(path.join(folder, complete), now, now);
}

const holdersOf = (folder: string): string => path.join(folder, 'held-by');

/** Removes half-made builds, and all but the `keep` last used of those that no living process holds. */
export function removeUnused(place: string, keep: number): void {
  const folders = readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(place, name));
  const free = folders.filter((folder) => !isHeld(folder)).toSorted((a, b) => lastUsed(b) - lastUsed(a));
  for (const folder of [...free.filter((each) => !isComplete(each)), ...free.filter(isComplete).slice(keep)]) {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isHeld(folder: string): boolean {
  if (!existsSync(holdersOf(folder))) return false;
  const [living, dead] = [[] as string[], [] as string[]];
  for (const holder of readdirSync(holdersOf(folder))) (isSameProcess(holder) ? living : dead).push(holder);
  for (const holder of dead) rmSync(path.join(holdersOf(folder), holder), { force: true });
  return living.length > 0;
}

const lastUsed = (folder: string): number => (isComplete(folder) ? statSync(path.join(folder, complete)).mtimeMs : 0);

// A build knows neither a database nor a public address: two databases share one, and it runs on many machines.
function digest(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of sources.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 20);
}

function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile() && !/\.test\.tsx?$|prisma-client/.test(file));
}
