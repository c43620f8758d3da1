/** Checks all that new domains touch, in the copy of the tree in which soak-new-domain.ts has made them. */
import { cruise, formatting, lint, typeCheck, unitTests } from './checks';
import { say } from './say';

const hour = 3_600_000;

export async function main(names: string[]): Promise<number> {
  const tests = [...names.map((name) => `lib/${name}/`), 'tests/architecture/', 'tests/guarantees/'];
  const steps = { types: typeCheck, formatting, lint, imports: cruise, tests: () => unitTests(hour, tests) };
  let failures = 0;
  for (const [name, run] of Object.entries(steps)) {
    const { failed } = await run();
    say(`${failed > 0 ? 'FAILED' : 'passed'}  ${name} of new domains`);
    failures += failed;
  }
  return failures > 0 ? 1 : 0;
}
