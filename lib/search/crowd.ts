import { minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'SearchDoc',
    values: {
      kind: "'PRODUCT'",
      id: rowId('product'),
      audience: "'public'",
      form: '1',
      version: '1',
      at: minutesAgo,
      exact: "ARRAY['product ' || i]",
      names: "array_to_tsvector(search_words('Product ' || i))",
      words: "array_to_tsvector(search_words('Product ' || i))",
    },
  },
  {
    table: 'SearchSpelling',
    values: { word: "'product' || translate(i::text, '0123456789', 'abcdefghij')", near: "ARRAY['product' || i]" },
  },
];
