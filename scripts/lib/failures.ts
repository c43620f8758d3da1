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

type Spec = {
  ok: boolean;
  file: string;
  line: number;
  title: string;
  tests: { status?: string; results: { error?: { message?: string } }[] }[];
};

type Suite = { suites?: Suite[]; specs?: Spec[] };

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

/** What passed at the second try alone, with the reason of the first: a hint at a race, or at a test that waits for too little. */
export function secondTriesOfUnits({ testResults }: UnitReport): string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.flatMap(({ status, fullName, failureMessages: [reason] = [] }) =>
      status === 'passed' && reason ? [line(relative(process.cwd(), name), fullName, reason)] : [],
    ),
  );
}

/** The failures in Playwright's JSON report, each with the last try's reason. */
export const failuresOfBrowser = (suite: Suite): string[] => namesIn(suite, ({ ok }) => !ok);

/** The browser tests that passed at the second try alone. */
export const secondTriesOfBrowser = (suite: Suite): string[] =>
  namesIn(suite, ({ ok, tests }) => ok && tests.some(({ status }) => status === 'flaky'));

function namesIn({ suites = [], specs = [] }: Suite, wanted: (spec: Spec) => boolean): string[] {
  return [
    ...specs.filter(wanted).map((spec) => {
      const results = spec.tests.flatMap((test) => test.results);
      return line(`${spec.file}:${spec.line}`, spec.title, results.findLast(({ error }) => error)?.error?.message);
    }),
    ...suites.flatMap((suite) => namesIn(suite, wanted)),
  ];
}

/** The tests of all steps that failed, or did at first, as the end of a run says them: none as nothing. */
export function repeatNames(heading: string, names: string[]): string {
  if (names.length === 0) return '';
  const left = names.length - mostRepeated;
  return [`\n${heading}:`, ...names.slice(0, mostRepeated), ...(left > 0 ? [`and ${left} more`] : [])].join('\n  ');
}

function line(place: string, name: string, reason = ''): string {
  const [first = ''] = withoutColours(reason)
    .split('\n')
    .filter((text) => text.trim() !== '');
  return `${place} › ${name}${first && `: ${first.trim()}`}`.slice(0, longest);
}

// Terminals read escape, bracket, numbers and m as a colour.
const withoutColours = (text: string): string => text.replaceAll(/\u001B\[[\d;]*m/g, '');
