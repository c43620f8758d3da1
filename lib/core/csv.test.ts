import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { csvBegin, csvLine } from './csv';

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+31 30 1', `'+31 30 1`],
  ['-2', `'-2`],
  ['@SUM(1)', `'@SUM(1)`],
  ['\t=1', `'\t'=1`],
  ['\r=1', `"'\r'=1"`],
  ['a,b', '"a,b"'],
  ['a=b', 'a=b'],
  ['a;=1', `a;'=1`],
  ['a; "+1', `"a; ""'+1"`],
  ['a\n=1', `"a\n'=1"`],
  ['2 × Air; 1 × Hearth', '2 × Air; 1 × Hearth'],
])('%s is written %s', (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

const signs = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', "'", 'a', '林', ' ');
const rowsOf = fc.array(fc.array(fc.string({ unit: signs }), { minLength: 2, maxLength: 3 }), {
  minLength: 1,
  maxLength: 5,
});
const opens = /^[=+\-@\t\r\n＝＋－＠]/;
const bare = (text: string) => text.replaceAll("'", '');

it('what is read back is what was written, but for apostrophes before formulas, and no cell begins one', () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const text = csvBegin + rows.map(csvLine).join('');
      const read = parse(text, { bom: true, relax_column_count: true, record_delimiter: '\r\n' });
      expect(read.flat().filter((cell: string) => opens.test(cell))).toEqual([]);
      expect(read.map((row) => row.map(bare))).toEqual(rows.map((row) => row.map(bare)));
    }),
  );
});

it('no cell begins a formula where semicolons or tabs part columns and quotes are not heeded', () => {
  fc.assert(
    fc.property(rowsOf, (rows) => {
      const cells = rows.flatMap((row) => row.map((cell) => csvLine([cell]).trimEnd()));
      const parts = cells.flatMap((cell) => cell.split(/[;\t\r\n]/).slice(1));
      expect(parts.filter((part) => /^["\s]*[=+\-@＝＋－＠]/.test(part))).toEqual([]);
    }),
  );
});
