/** What the central tests cannot try without rows of its domain is tried by the domain's access.test.ts: this holds that it is. */
import { expect, it } from 'vitest';

import { compare, complete, inDomain, rowsOf } from './tables';

const texts = import.meta.glob<string>(['/lib/*/access.test.ts', '/tests/guarantees/endpoints.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

const trials = (form: RegExp) =>
  new Set(
    Object.entries(texts).flatMap(([file, text]) =>
      [...text.matchAll(form)].map(([, name]) =>
        inDomain({ domain: file.startsWith('/lib/') ? file.split('/')[2]! : 'central', name: name! }),
      ),
    ),
  );

it('every command and flow of members is tried on real rows, or its row says why not', () => {
  const rows = [...rowsOf('commands'), ...rowsOf('flows')].filter(({ row }) => row === 'members').map(inDomain);
  const tried = trials(/\b(?:isForConfirmedMembers|touchesNothingOfOthers|isNothingForGuests)\(\s*'(\w+)'/g);
  expect(compare([...tried], [...new Set(rows)])).toEqual(complete);
});

it('every flow of staff is tried on real rows', () => {
  const rows = rowsOf('flows').filter(({ row }) => Array.isArray(row));
  expect(compare([...trials(/\bisForStaff\(\s*'(\w+)'/g)], rows.map(inDomain))).toEqual(complete);
});

it('every endpoint is tried on real rows', () => {
  const tried = trials(/\banswersTheCast\(\s*'([^']+)'/g);
  expect(compare([...tried], rowsOf('endpoints').map(inDomain))).toEqual(complete);
});
