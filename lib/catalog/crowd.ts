import { firstId, minutesAgo, rowId, type CrowdRows } from '@/lib/core/crowd';

/** Rows of the domain for tests that ask whether a page costs more with many of them. */
export const crowd: readonly CrowdRows[] = [
  {
    table: 'Product',
    values: {
      id: rowId('product'),
      handle: "'crowd-' || i",
      title: "'Product ' || i",
      status: "'ACTIVE'",
      createdAt: minutesAgo,
      updatedAt: 'now()',
    },
  },
  {
    table: 'Variant',
    values: {
      id: rowId('variant'),
      productId: rowId('product'),
      position: '0',
      title: "'Ink'",
      options: "ARRAY['Ink']",
      priceMinor: '12900',
      currency: "'USD'",
    },
  },
  {
    table: 'Variant',
    values: {
      id: rowId('colour'),
      productId: firstId('product'),
      position: 'i',
      title: "'Colour ' || i",
      options: "ARRAY['C' || i]",
      priceMinor: '12900',
      currency: "'USD'",
    },
  },
  {
    table: 'ProductImage',
    values: { id: rowId('image'), productId: firstId('product'), position: 'i', path: "'/x.svg'", state: "'READY'" },
  },
  {
    table: 'ProductChange',
    values: { productId: rowId('product'), version: '1', parts: "ARRAY['title']", at: minutesAgo },
  },
];
