import { describe, expect, it } from 'vitest';

import { mostCollections } from '@/lib/catalog/choices/collection-rules';
import { saveCollection, saveProduct } from '@/lib/catalog/commands';
import { readShelfIndex } from '@/lib/catalog/queries/shelf-index';
import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { clock } from '@/lib/core/time';
import { bring, lineOf, sheet } from '@/tests/support/shopify-run';

import { toRule } from './shopify-collection-input';

const columns = ['Handle', 'Title', 'Body HTML', 'Sort Order', 'Published', 'Must Match'].concat([
  'Rule: Product Column',
  'Rule: Relation',
  'Rule: Condition',
  'Product: Handle',
]);
const file = (...rows: Record<string, string>[]) =>
  sheet('collections.csv', columns.join(','), ...rows.map((row) => lineOf(columns, row)));

async function makeProduct(handle: string, tags: string[] = []) {
  const variants = [{ title: 'One', priceMinor: 1_000, currency: 'USD' }];
  await transact(saveProduct)(system, { handle, title: handle, status: 'ACTIVE', tags, variants });
}

const brought = (sourceId: string) =>
  db.collection.findUnique({ where: { source_sourceId: { source: 'shopify', sourceId } } });
const inside = async (sourceId: string) => {
  const rows = await readShelfIndex(reading(), { collectionId: (await brought(sourceId))!.id, currency: 'USD' });
  return rows.map(({ title }) => title);
};

const byHand: Record<string, string>[] = [
  {
    Handle: 'desk',
    Title: 'Desk',
    'Body HTML': '<p>For <b>desks</b></p>',
    'Sort Order': 'Manual',
    'Product: Handle': 'b',
  },
  { Handle: 'desk', 'Product: Handle': 'a' },
  { Handle: 'desk', 'Product: Handle': 'nowhere' },
];

describe('collections of an old shop', () => {
  it('stand in the shop under their old names, by hand in their order and by rules', async () => {
    for (const [handle, tags] of [
      ['a', []],
      ['b', ['Sale']],
      ['c', ['sale']],
    ] as const)
      await makeProduct(handle, [...tags]);
    const rule = { 'Must Match': 'any condition', 'Rule: Product Column': 'Tag', 'Rule: Relation': 'Equals' };
    const sale = { Handle: 'sale', Title: 'Sale', ...rule, 'Rule: Condition': 'sale' };
    const rehearsed = await bring([file(...byHand, sale)], { rehearse: true });
    expect([rehearsed.done.others?.collections?.added, await db.collection.count()]).toEqual([2, 0]);
    await bring([file(...byHand, sale)]);
    expect(await brought('desk')).toMatchObject({ slug: 'desk', lead: 'For desks', kind: 'HAND', sort: 'PLACED' });
    expect(await inside('desk')).toEqual(['b', 'a']);
    expect((await inside('sale')).toSorted()).toEqual(['b', 'c']);
    expect(await db.importRecord.count({ where: { kind: 'collection', state: 'KEPT' } })).toBe(0);
  });

  it('keep an old address that no collection here can have', async () => {
    const handle = `the-${'very-'.repeat(14)}long-one`;
    await bring([file({ Handle: handle, Title: 'Long' })]);
    const { slug } = (await brought(handle))!;
    expect([slug.length <= 60, slug === handle]).toEqual([true, false]);
    const leads = await db.redirect.findMany({ where: { fromPath: `/collections/${handle}` } });
    expect(leads.map(({ to }) => to)).toEqual([`/collections/${slug}`]);
  });

  it('follow the old shop until staff change them here', async () => {
    await bring([file({ ...byHand[0], Title: 'Desks' })]);
    expect(await brought('desk')).toMatchObject({ title: 'Desks', version: 2 });
    expect(await inside('desk')).toEqual(['b']);
    const { id } = (await brought('desk'))!;
    const own = {
      title: 'Ours',
      titleZh: '',
      lead: '',
      leadZh: '',
      kind: 'HAND',
      match: 'ALL',
      sort: 'PLACED',
    } as const;
    await transact((ctx, given: { shown: number }) =>
      saveCollection(ctx, { collectionId: id, ...own, ...given, rules: [], productIds: [], listed: true }),
    )(system, { shown: 2 });
    const { done } = await bring([file({ ...byHand[0], Title: 'Theirs' })]);
    expect([(await brought('desk'))?.title, done.others?.collections?.kept]).toEqual(['Ours', 1]);
  });

  it('with rules that are not known here wait, and are told of', async () => {
    const rule = {
      'Rule: Product Column': 'Variant Inventory',
      'Rule: Relation': 'Greater Than',
      'Rule: Condition': '0',
    };
    const { leftOut } = await bring([file({ Handle: 'in-stock', Title: 'In stock', ...rule })]);
    expect([await brought('in-stock'), Object.values(leftOut)]).toEqual([null, [1]]);
  });

  it('that have no room here are refused each for itself', async () => {
    const now = clock();
    const room = mostCollections - (await db.collection.count());
    await db.collection.createMany({
      data: Array.from({ length: room - 1 }, (_, at) => ({
        ...({
          slug: `filler-${at}`,
          title: 'Filler',
          kind: 'HAND',
          sort: 'PLACED',
          createdAt: now,
          changedAt: now,
        } as const),
      })),
    });
    const row = (handle: string) => ({ Handle: handle, Title: handle, 'Product: Handle': 'a' });
    const { refusals } = await bring([
      file(row('one'), row('three'), row('two'), { ...byHand[0], Title: 'Theirs again' }),
    ]);
    expect([await brought('one'), await brought('three'), await brought('two')].map(Boolean)).toEqual([
      true,
      false,
      false,
    ]);
    expect(refusals.map(({ handle, code }) => [handle, code])).toEqual([
      ['three', 'collection-most'],
      ['two', 'collection-most'],
    ]);
  });

  it.each([
    ['Tag', 'Not Equals', 'x', 'TAG_IS_NOT'],
    ['product_type', 'is equal to', 'x', 'KIND_IS'],
    ['Product vendor', 'is not equal to', 'x', 'VENDOR_IS_NOT'],
    ['Title', 'does not contain', 'x', 'TITLE_HAS_NOT'],
    ['title', 'ends_with', 'x', 'TITLE_ENDS'],
    ['Variant Price', 'is greater than', '9.50', 'PRICE_ABOVE'],
    ['variant_compare_at_price', 'greater_than', '0', 'REDUCED'],
    ['Variant Compare At Price', 'Is Set', '', 'REDUCED'],
    ['Title', 'Equals', 'x', undefined],
    ['Variant Price', 'Less Than', 'cheap', undefined],
    ['constructor', 'name', 'x', undefined],
  ])('read %s %s %s as %s', (column, relation, condition, expected) =>
    expect(toRule({ column, relation, condition }, 'USD')?.condition).toBe(expected),
  );
});
