/** The checks of `npm test` that need no browser; each tells how much passed and failed. */
import { existsSync, readFileSync, rmSync } from 'node:fs';

import type { Count } from './browser-tests';
import { failuresOfUnits, secondTriesOfUnits } from './failures';
import { programOf, runToEnd } from './run-node';
import { say } from './say';

/** One check that passes whole or fails once for each complaint that the pattern finds. */
async function check(script: string, words: string[], complaint: RegExp): Promise<Count> {
  const { status, output } = await runToEnd({ script, words, quiet: true });
  if (status === 0) return { passed: 1, failed: 0 };
  say(output.trimEnd());
  const lines = output.split('\n').filter((line) => new RegExp(complaint, complaint.flags.replace('g', '')).test(line));
  return { passed: 0, failed: lines.length || 1, names: lines.map((line) => line.trim()) };
}

/** Next first writes the types of the routes, which the program uses; those of older builds would complain. */
export async function typeCheck(): Promise<Count> {
  rmSync('.next/dev/types', { recursive: true, force: true });
  const routes = await check(programOf('next', 'dist/bin/next'), ['typegen'], /$^/);
  if (routes.failed > 0) return routes;
  return check(programOf('typescript', 'bin/tsc'), ['--noEmit', '--pretty', 'false'], /: error TS/g);
}

export const lint = (): Promise<Count> =>
  check(programOf('oxlint', 'bin/oxlint'), ['--format', 'unix', '--deny-warnings'], /\[Error\//g);

export const formatting = (): Promise<Count> =>
  check(
    programOf('prettier', 'bin/prettier.cjs'),
    ['--check', '--cache', '--cache-location', '.data/prettier-cache', '--log-level', 'warn', '.'],
    /^\[warn\] \S+$/gm,
  );

export const cruise = (): Promise<Count> => check('tests/architecture/cruise.mjs', [], /^\s*error /gm);

/** The unit tests. One that fails is tried once more, as a browser test is, and then told as such: a busy machine fails one of thousands. */
export async function unitTests(limit: number, files: string[] = []): Promise<Count> {
  const report = '.data/test/vitest.json';
  rmSync(report, { force: true });
  const { status } = await runToEnd({
    script: programOf('vitest', 'vitest.mjs'),
    words: ['run', ...files, '--retry=1', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    limit,
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const found = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  } & Parameters<typeof failuresOfUnits>[0];
  const failed = Math.max(found.numFailedTests, found.numFailedTestSuites > 0 ? 1 : 0);
  return {
    ...{ passed: found.numPassedTests, failed: failed || (status === 0 ? 0 : 1) },
    ...{ names: failuresOfUnits(found), second: secondTriesOfUnits(found) },
  };
}
