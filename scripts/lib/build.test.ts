import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { removeUnused } from './build';
import { identity } from './processes';

let place: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'millet-builds-'));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** A build that was last used so many minutes ago, held by the processes named. */
function makeBuild(name: string, { minutesAgo = 0, complete = true, heldBy = [] as string[] } = {}): void {
  const folder = path.join(place, name);
  mkdirSync(path.join(folder, 'held-by'), { recursive: true });
  for (const holder of heldBy) writeFileSync(path.join(folder, 'held-by', holder), '');
  if (!complete) return;
  const used = new Date(Date.now() - minutesAgo * 60_000);
  writeFileSync(path.join(folder, 'complete'), '');
  utimesSync(path.join(folder, 'complete'), used, used);
}

test('a build that a living process serves from is never removed, however old', () => {
  makeBuild('served', { minutesAgo: 10_000, heldBy: [identity(process.pid)] });
  for (const name of ['a', 'b', 'c']) makeBuild(name);
  removeUnused(place, 0);
  expect(readdirSync(place)).toEqual(['served']);
});

test('of those that nobody holds, the last used stay', () => {
  for (const [minutesAgo, name] of ['newest', 'newer', 'old', 'oldest'].entries()) makeBuild(name, { minutesAgo });
  removeUnused(place, 2);
  expect(readdirSync(place).toSorted()).toEqual(['newer', 'newest']);
});

test('a holder that has died holds nothing, and a half-made build is no build', () => {
  makeBuild('left', { minutesAgo: 1, heldBy: ['999999999@1', `${process.pid}@another-start`] });
  makeBuild('half', { complete: false });
  removeUnused(place, 0);
  expect(existsSync(path.join(place, 'left')) || existsSync(path.join(place, 'half'))).toBe(false);
});
