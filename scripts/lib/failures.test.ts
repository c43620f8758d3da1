import { join } from 'node:path';

import { expect, it } from 'vitest';

import {
  failuresOfBrowser,
  failuresOfUnits,
  mostRepeated,
  repeatNames,
  secondTriesOfBrowser,
  secondTriesOfUnits,
} from './failures';

it('names failing units by file and reason, and a file that could not be loaded', () => {
  const red = `\u001B[31mAssertionError: 1 is not 2\u001B[39m\n    at somewhere`;
  const testResults = [
    {
      name: join(process.cwd(), 'lib/a.test.ts'),
      status: 'failed',
      assertionResults: [
        { status: 'passed', fullName: 'a holds' },
        { status: 'failed', fullName: 'a fails', failureMessages: [red] },
        { status: 'passed', fullName: 'a holds at last', failureMessages: [red] },
      ],
    },
    { name: join(process.cwd(), 'lib/b.test.ts'), status: 'failed', message: 'no such module', assertionResults: [] },
    { name: join(process.cwd(), 'lib/c.test.ts'), status: 'passed', assertionResults: [] },
  ];
  expect(failuresOfUnits({ testResults })).toEqual([
    'lib/a.test.ts › a fails: AssertionError: 1 is not 2',
    'lib/b.test.ts › could not be run: no such module',
  ]);
  expect(secondTriesOfUnits({ testResults })).toEqual(['lib/a.test.ts › a holds at last: AssertionError: 1 is not 2']);
});

it('names failing browser tests wherever they stand, with the reason of the last try', () => {
  const spec = (title: string, ok: boolean, status = ok ? 'expected' : 'unexpected') => ({
    ok,
    file: 'drops.spec.ts',
    line: 7,
    title,
    tests: [{ status, results: [{ error: { message: 'first' } }, { error: { message: 'second' } }] }],
  });
  const nested = {
    suites: [{ suites: [{ specs: [spec('opens', false), spec('closes', true), spec('sells', true, 'flaky')] }] }],
  };
  expect(failuresOfBrowser(nested)).toEqual(['drops.spec.ts:7 › opens: second']);
  expect(secondTriesOfBrowser(nested)).toEqual(['drops.spec.ts:7 › sells: second']);
});

it('repeats so many at most and says how many it left out', () => {
  expect(repeatNames('Failed', [])).toBe('');
  const lines = repeatNames(
    'Failed',
    Array.from({ length: mostRepeated + 2 }, (_, at) => `test ${at}`),
  ).split('\n');
  expect(lines.at(-1)).toBe('  and 2 more');
  expect(lines).toHaveLength(mostRepeated + 3);
});
