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
      currency: "'USD'",
    },
  },
  {
    table: 'Price',
    values: {
      id: rowId('price'),
      variantId: rowId('variant'),
      currency: "'USD'",
      amountMinor: '12900',
      from: "'1970-01-01Z'",
    },
  },
  {
    table: 'Price',
    values: {
      id: rowId('colour-price'),
      variantId: rowId('colour'),
      currency: "'USD'",
      amountMinor: '12900',
      from: "'1970-01-01Z'",
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
  {
    table: 'Collection',
    values: {
      id: rowId('collection'),
      ...{ slug: "'crowd-' || i", title: "'Collection ' || i", kind: "'HAND'", sort: "'PLACED'" },
      ...{ shownAt: minutesAgo, createdAt: minutesAgo, changedAt: minutesAgo },
    },
  },
  {
    table: 'CollectionProduct',
    values: { collectionId: firstId('collection'), productId: rowId('product'), place: 'i' },
  },
];
