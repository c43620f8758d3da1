/** A condition that several statements ask stands once in its domain's scopes.ts, or in published.ts where others ask it too. */
import { expect, it } from 'vitest';

import { program } from './sources';

const files = program().filter(({ file }) => /^(lib|app)\//.test(file));

it.each([
  [
    'a public board',
    /visibility:( \{ not:)? 'PUBLIC'( \})?[, }]|visibility [!=]== 'PUBLIC'|"visibility" (=|<>) 'PUBLIC'/,
    ['lib/core/paths.ts', 'lib/forum/published.ts', 'lib/forum/scopes.ts'],
  ],
  ['a post that is not hidden', /hiding: null|"Hiding" h WHERE/, ['lib/forum/scopes.ts']],
  ['a thread that is not hidden', /\bshown: true \}|, shown: true\b/, ['lib/forum/scopes.ts']],
  ['an active suspension', /liftedAt: null|"liftedAt" IS NULL/, ['lib/members/published.ts', 'lib/members/scopes.ts']],
  ['what is not over', /"until" IS NULL OR "|until: null \}, \{/, ['lib/core/scopes.ts', 'lib/core/time.ts']],
  ['a product that everyone may know of', /not: 'DRAFT'|<> 'DRAFT'/, ['lib/catalog/published.ts']],
  ['a release that is out', /publishedAt: \{ not: null|"publishedAt" IS NOT NULL/, ['lib/feedback/scopes.ts']],
  ['an announced drop', /announcedAt: \{ not: null/, ['lib/drops/published.ts']],
  ['a unit that is owned', /ownership: \{[^}]*endedAt: null/, []],
  ['a place that still waits', /"endedAt" IS NULL/, ['lib/drops/scopes.ts']],
  ['an entry that waits', /"state" = 'WAITING'/, ['lib/drops/scopes.ts']],
  ['a code that can be used', /redeemedAt: null|"redeemedAt" IS NULL/, ['lib/drops/scopes.ts']],
  ['an order that lives', /(notIn: \[|NOT IN \()'CANCELLED'/, ['lib/orders/scopes.ts', 'lib/orders/sql.ts']],
])('%s is said in one place', (_, said, places) => {
  expect(files.flatMap(({ file, text }) => (said.test(text) ? [file] : [])).toSorted()).toEqual(places.toSorted());
});
