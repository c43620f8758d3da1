/** Which test files a change touches, the nearest first. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { programOf, runToEnd } from './run-node';
import { Trouble } from './say';

// About as many test files as run in a minute; what else depends on the change is for the whole suite.
const most = 16;

/** Files that differ from a commit, new ones included. */
export function changedFiles(since: string): string[] {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).split('\n').filter(Boolean);
  return [...git('diff', '--name-only', '--diff-filter=d', since), ...git('ls-files', '-o', '--exclude-standard')];
}

/** The test files that a change touches: those changed or beside a changed file, then others that import one, up to a number. */
export async function nearestTests(since: string, changed: string[]): Promise<{ near: string[]; left: number }> {
  const { status, output } = await runToEnd({
    script: programOf('vitest', 'vitest.mjs'),
    words: ['list', '--filesOnly', '--changed', since],
    quiet: true,
  });
  if (status !== 0) throw new Trouble(output);
  const related = [...new Set([...output.matchAll(/^\[\w+\] (\S+)$/gm)].map(([, file]) => file!))];
  return nearestFirst(related, changed);
}

/** Puts the nearest test files first and cuts the rest off; those that are changed themselves always stay. */
export function nearestFirst(related: string[], changed: string[]): { near: string[]; left: number } {
  const folders = new Set(changed.map((file) => path.posix.dirname(file)));
  const distance = (file: string) => (changed.includes(file) ? 0 : folders.has(path.posix.dirname(file)) ? 1 : 2);
  const sorted = related.toSorted((a, b) => distance(a) - distance(b) || a.localeCompare(b));
  const own = sorted.filter((file) => distance(file) === 0).length;
  const near = sorted.slice(0, Math.max(own, most));
  return { near, left: sorted.length - near.length };
}
