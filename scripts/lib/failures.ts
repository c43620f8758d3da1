/** Which tests failed, by file, name and first line of the reason, so that the end of a long run says it again. */
import { relative } from 'node:path';

type UnitReport = {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

type Suite = {
  suites?: Suite[];
  specs?: {
    ok: boolean;
    file: string;
    line: number;
    title: string;
    tests: { results: { error?: { message?: string } }[] }[];
  }[];
};

/** Most failures that the end of a run repeats, each with at most so many characters. */
export const mostRepeated = 40;
const longest = 300;

/** The failures in vitest's JSON report; a file that could not be loaded counts as one. */
export function failuresOfUnits({ testResults }: UnitReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [line(file, 'could not be run', message)] : [];
    return failed.map(({ fullName, failureMessages = [] }) => line(file, fullName, failureMessages[0]));
  });
}

/** The failures in Playwright's JSON report, each with the last try's reason. */
export function failuresOfBrowser({ suites = [], specs = [] }: Suite): string[] {
  const own = specs.filter(({ ok }) => !ok);
  return [
    ...own.map((spec) => {
      const results = spec.tests.flatMap((test) => test.results);
      return line(`${spec.file}:${spec.line}`, spec.title, results.findLast(({ error }) => error)?.error?.message);
    }),
    ...suites.flatMap(failuresOfBrowser),
  ];
}

/** The failures of all steps as the end of a run says them: none as nothing. */
export function repeatFailures(names: string[]): string {
  if (names.length === 0) return '';
  const left = names.length - mostRepeated;
  return ['\nFailed:', ...names.slice(0, mostRepeated), ...(left > 0 ? [`and ${left} more`] : [])].join('\n  ');
}

function line(place: string, name: string, reason = ''): string {
  const [first = ''] = withoutColours(reason)
    .split('\n')
    .filter((text) => text.trim() !== '');
  return `${place} › ${name}${first && `: ${first.trim()}`}`.slice(0, longest);
}

// Terminals read escape, bracket, numbers and m as a colour.
const withoutColours = (text: string): string => text.replaceAll(/\u001B\[[\d;]*m/g, '');
