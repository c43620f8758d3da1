import { beforeEach, describe, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { collectionRow, discountRow } from '@/lib/imports/shapes';
import { truncateAll } from '@/tests/support/database';
import { rowsOf } from '@/tests/support/import-state';
import { bring, lineOf, sheet } from '@/tests/support/shopify-run';

const discountColumns = [
  ...[
    'Name',
    'Value',
    'Value Type',
    'Type',
    'Discount Class',
    'Minimum Purchase Requirements',
    'Combines with Order Discounts',
  ],
  ...['Combines with Product Discounts', 'Combines with Shipping Discounts', 'Customer Selection', 'Context'],
  ...['Times Used In Total', 'Applies Once Per Customer', 'Usage Limit Per Code', 'Status', 'Start', 'End'],
];
const discounts = (...rows: Record<string, string>[]) =>
  sheet('discounts.csv', discountColumns.join(','), ...rows.map((row) => lineOf(discountColumns, row)));
const spring = {
  Name: 'SPRING',
  Value: '-12.5',
  'Value Type': 'percentage',
  Type: 'Amount off order',
  'Discount Class': 'order',
};
const rowsKept = async (kind: string) =>
  (await db.importRecord.findMany({ where: { kind }, orderBy: { sourceId: 'asc' } })).map(
    ({ sourceId, row }) => [sourceId, row] as const,
  );

beforeEach(truncateAll);

describe('discounts of an old shop', () => {
  it('are kept by their code in any case, with share or amount, limits and times', async () => {
    const { refused, done, kinds } = await bring([
      discounts(
        {
          ...{
            ...spring,
            'Combines with Shipping Discounts': 'true',
            'Times Used In Total': '88',
            'Applies Once Per Customer': 'yes',
          },
          ...{
            'Usage Limit Per Code': '100',
            Status: 'active',
            Start: '2025-12-08 11:28:18 -0600',
            'Minimum Purchase Requirements': '50.00',
          },
        },
        { Name: 'Five off', Value: '-5.00', 'Value Type': 'fixed_amount', Status: 'expired' },
        { Name: 'ship', Value: '', 'Value Type': 'app', Type: 'Free shipping' },
        { ...spring, Name: 'spring' },
        { ...spring, Name: 'MUCH', Value: '-120' },
        { ...spring, Name: '' },
        { ...spring, Name: 'WHEN', Start: '12/8/25' },
      ),
    ]);
    expect([kinds, done.others?.discounts?.all]).toEqual([['discounts.csv discounts'], 3]);
    expect(refused.toSorted()).toEqual(['5 discount-twice', '6 percent', '7 name-missing', '8 moment']);
    const kept = await rowsKept('discount');
    expect(kept.map(([id]) => id)).toEqual(['five off', 'ship', 'spring']);
    expect(discountRow.parse(kept[0]![1])).toMatchObject({
      value: { of: 'amount', minor: 500, currency: 'USD' },
      limit: null,
    });
    expect(discountRow.parse(kept[1]![1])).toMatchObject({ value: { of: 'other' }, startsAt: null });
    expect(discountRow.parse(kept[2]![1])).toMatchObject({
      ...{ name: 'SPRING', value: { of: 'percent', hundredths: 1_250 }, used: 88, limit: 100, oncePerCustomer: true },
      ...{
        combinesWith: ['shipping'],
        startsAt: '2025-12-08T11:28:18-06:00',
        endsAt: null,
        minimum: '50.00',
        class: 'order',
      },
    });
  });

  it('of a currency without decimals have none', async () => {
    const { refused } = await bring([discounts({ Name: 'A', Value: '-500', 'Value Type': 'fixed_amount' })], {
      currency: 'JPY',
    });
    expect(refused).toEqual([]);
    expect((await rowsKept('discount'))[0]![1]).toMatchObject({ value: { minor: 500, currency: 'JPY' } });
  });
});

describe('collections of an old shop', () => {
  const columns = [
    'Handle',
    'Title',
    'Body HTML',
    'Sort Order',
    'Published',
    'Must Match',
    'Rule: Product Column',
    'Rule: Relation',
    'Rule: Condition',
    'Product: Handle',
    'Image Src',
  ];
  const collections = (...rows: Record<string, string>[]) =>
    sheet('collections.csv', columns.join(','), ...rows.map((row) => lineOf(columns, row)));

  it('are kept with the products or the rules that make them, clean', async () => {
    const { refused, kinds } = await bring([
      collections(
        {
          Handle: 'Sale',
          Title: 'Sale',
          'Body HTML': '<p onclick="x()">All <a href="/products/cup">cups</a></p>',
          'Product: Handle': 'cup',
        },
        {
          Handle: 'big',
          Title: 'Big',
          'Must Match': 'all conditions',
          'Rule: Product Column': 'Tag',
          'Rule: Relation': 'Equals',
          'Rule: Condition': 'big',
        },
        { Handle: 'sale', 'Product: Handle': 'plate' },
        { Handle: 'sale', 'Product: Handle': 'cup' },
        { Handle: 'none', Title: '' },
        { Handle: 'a b', Title: 'Odd' },
      ),
    ]);
    expect(kinds).toEqual(['collections.csv collections']);
    expect(refused.toSorted()).toEqual(['6 title-missing', '7 handle-invalid']);
    const kept = await rowsKept('collection');
    expect(kept.map(([id]) => id)).toEqual(['big', 'sale']);
    expect(collectionRow.parse(kept[0]![1])).toMatchObject({
      match: 'all',
      rules: [{ column: 'Tag', relation: 'Equals', condition: 'big' }],
    });
    expect(collectionRow.parse(kept[1]![1])).toMatchObject({
      products: ['cup', 'plate'],
      html: '<p>All <a href="/products/cup">cups</a></p>',
    });
  });

  it('that are too large keep as many products as a record holds, and this is told', async () => {
    const rows = Array.from({ length: 6_000 }, (_, at) => ({
      Handle: 'all',
      Title: at === 0 ? 'All' : '',
      'Product: Handle': `product-number-${at}`,
    }));
    const { refused, leftOut } = await bring([collections(...rows)]);
    expect(refused).toEqual([]);
    const held = collectionRow.parse((await rowsKept('collection'))[0]![1]).products.length;
    expect(held).toBeGreaterThan(4_000);
    expect(leftOut).toEqual({ 'products of collections that have too many': 6_000 - held });
  });

  it('that products name in a column of their own are kept beside those', async () => {
    const file = sheet(
      'products.csv',
      'Handle,Title,Variant Price,Collection',
      'a,A,1,Spring things',
      'b,B,2,Spring things',
      'c,C,3,',
    );
    const { done } = await bring([
      file,
      collections({ Handle: 'spring-things', Title: 'Spring', 'Product: Handle': 'a' }),
    ]);
    expect([done.products, done.others?.collections?.all]).toEqual([3, 2]);
    expect(await rowsKept('collection')).toMatchObject([
      ['column:spring things', { title: 'Spring things', products: ['a', 'b'] }],
      ['spring-things', { products: ['a'] }],
    ]);
  });
});

describe('a file of an old shop', () => {
  it('is known by its first row, in any order of files; one that is not is refused by itself', async () => {
    const { kinds, refused, done } = await bring([
      discounts(spring),
      sheet('odd.csv', 'Gift card,Balance', 'x,1'),
      sheet('empty.csv'),
      sheet('p.csv', 'Handle;Title;Variant Price', 'a;A;1'),
    ]);
    expect(kinds).toEqual(['discounts.csv discounts', 'p.csv products']);
    expect(refused).toEqual(['1 not-shopify-csv', '1 not-shopify-csv']);
    expect([done.read, done.products, done.refused]).toEqual([2, 1, 2]);
  });

  it('of products is rehearsed by doing all and undoing it', async () => {
    const tables = ['Product', 'Variant', 'ImportRecord', 'RemotePicture', 'Event'];
    const before = await rowsOf(...tables);
    const file = sheet(
      'p.csv',
      'Handle,Title,Variant Price,Body (HTML)',
      'a,A,1,<img src="https://cdn.example.com/a.png">',
      'b,B,2,',
    );
    const { done } = await bring([file, discounts(spring)], { rehearse: true });
    expect([done.products, done.written, done.others?.discounts?.added]).toEqual([2, 2, 1]);
    expect(await rowsOf(...tables)).toEqual(before);
  });
});
