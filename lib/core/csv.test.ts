import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';

import { csvBegin, csvLine } from './csv';

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+31 30 1', `'+31 30 1`],
  ['-2', `'-2`],
  ['@SUM(1)', `'@SUM(1)`],
  ['\t=1', `'\t=1`],
  ['\r=1', `"'\r=1"`],
  ['a,b', '"a,b"'],
  ['a=b', 'a=b'],
])('%s is written %s', (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

it('what is read back is what was written, but for the apostrophe before a formula, and no cell begins one', () => {
  const cell = fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a', '林', ' '),
  });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const read = parse(csvBegin + rows.map(csvLine).join(''), {
        bom: true,
        relax_column_count: true,
        record_delimiter: '\r\n',
      });
      expect(read.flat().filter((text: string) => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([]);
      expect(read).toEqual(
        rows.map((row) => row.map((text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text))),
      );
    }),
  );
});
