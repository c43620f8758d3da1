/** What is kept under one spelling is one thing: none takes another's place without a word. */
import { beforeEach, expect, it } from 'vitest';

import { db } from '@/lib/core/db';
import { truncateAll } from '@/tests/support/database';
import { firstRow, ordersFile } from '@/tests/support/shopify-orders';
import { bring, sheet } from '@/tests/support/shopify-run';

beforeEach(truncateAll);

const kept = async (kind: string) =>
  (await db.importRecord.findMany({ where: { kind }, orderBy: { sourceId: 'asc' } })).map(({ sourceId }) => sourceId);

it('orders whose names differ by what is not seen or by spaces are named as twins', async () => {
  const order = (Name: string, Id: string) => firstRow({ Name, Id });
  const { refused, done } = await bring([
    ordersFile(order('#1001', '1'), order('#1001\u200b', '2'), order('# 1002', '3'), order('#  1002', '4')),
  ]);
  expect(refused).toEqual(['3 order-twice', '5 order-twice']);
  expect([await kept('order'), done.others?.orders?.all]).toEqual([['# 1002', '#1001'], 2]);
  expect((await bring([ordersFile(order('\u200b', '5'))])).refused).toEqual(['2 name-missing']);
});

it('so are discounts, pages and collections', async () => {
  const { refused } = await bring([
    sheet('d.csv', 'Name,Value,Value Type,Type', 'FALL,-5.0,percentage,x', 'fa\u200bll,-5.0,percentage,x'),
    sheet('p.csv', 'Handle,Title,Body HTML', 'about,About,<p>x</p>', 'ab\u200bout,About us,<p>y</p>'),
    sheet('c.csv', 'Handle,Title,Sort Order', 'summer,Summer,', 'sum\u200bmer,Summer 2,'),
  ]);
  expect(refused.map((each) => each.split(' ')[1])).toEqual(['discount-twice', 'page-twice', 'collection-twice']);
  expect([await kept('discount'), await kept('page'), await kept('collection')]).toEqual([
    ['fall'],
    ['about'],
    ['summer'],
  ]);
});

it('collections that products name in two ways are one, with the products of both', async () => {
  const products = sheet(
    'products.csv',
    'Handle,Title,Variant Price,Collection',
    'a,A,1,Summer Sale',
    'b,B,1,summer\u200b  sale',
    'e,E,1,Summer-Sale!',
    'c,C,1,夏',
    'd,D,1,冬',
  );
  await bring([products]);
  const rows = await db.importRecord.findMany({ where: { kind: 'collection' }, orderBy: { sourceId: 'asc' } });
  expect(rows.map(({ row }) => (row as { products: string[] }).products)).toEqual([['a', 'b'], ['e'], ['d'], ['c']]);
});

it('products whose handles differ by what is not seen are named as twins', async () => {
  const { refused, done } = await bring([
    sheet(
      'products.csv',
      'Handle,Title,Variant Price,Option1 Name,Option1 Value',
      'a,A,1,Size,S',
      'a\u200b,B,2,Size,S',
      'a\u00ad,A,3,Size,M',
    ),
  ]);
  expect([refused, done.products, await db.product.count()]).toEqual([['3 handle-duplicate'], 1, 1]);
  expect(await db.variant.count()).toBe(2);
});
