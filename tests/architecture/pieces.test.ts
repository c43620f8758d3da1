/** What schemas of several domains share is said once, in lib/core; and numbers are read by `whole`, which never takes another number for the one that was typed. */
import { expect, it } from 'vitest';

import { program } from './sources';

// Importers read what other programs wrote, by their rules.
const files = program().filter(({ file, text }) => !/^lib\/(core|import)\//.test(file) && text.includes("from 'zod'"));
const filesWith = (word: RegExp) => files.filter(({ text }) => word.test(text)).map(({ file }) => file);

it.each([
  ['a number by z.coerce', /\bz\.coerce\b/],
  ['onOff', /z\.enum\(\['true', 'false'\]\)/],
  ['ticked', /z\.literal\('on'\)(\.optional\(\)|\.transform)/],
  ['pickedId', /z\.uuid\([^)]*code:required/],
  ['reason', /multiLine\(500, 3\)/],
  ['language', /z\.enum\(\['en', 'zh'\]\)/],
  ['list', /Array\.isArray\((\w+)\) \? \1 : \[\1\]/],
  ['orNothing', /=== '' \? undefined :/],
])('%s is not made again by hand', (_, made) => {
  expect(filesWith(made)).toEqual([]);
});
