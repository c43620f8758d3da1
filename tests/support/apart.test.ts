import { expect, it } from 'vitest';

import { listApart } from './apart';

it('gives a process of their own to tests that replace modules, and to no others', () => {
  const apart = listApart('.');
  expect(apart).toContain('tests/guarantees/statements.test.ts');
  expect(apart).toContain('lib/members/sign-in.test.ts');
  expect(apart).not.toContain('tests/guarantees/tables.test.ts');
  expect(apart).not.toContain('tests/support/database.test.ts');
});
