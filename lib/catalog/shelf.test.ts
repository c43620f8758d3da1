import { beforeAll, describe, expect, it } from 'vitest';

import { system } from '@/lib/core/actor';
import { reading, transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';

import { narrowShelf } from './choices/narrow-shelf';
import { bandOf, readShelfView, shelfPath, wholeShelf, type ShelfView } from './choices/shelf-view';
import { saveProduct } from './commands';
import { readShelfIndex, type ShelfRow } from './queries/shelf-index';

const row = (id: string, kind: string, price: number | null, selling: ShelfRow['selling'], title = id): ShelfRow => ({
  ...{ id, kind, title, titleZh: '', selling, age: id.charCodeAt(0) },
  priceMinor: price === null ? null : price * 100,
});
const rows = [
  row('a', 'Phones', 499, 'open', 'Umbra'),
  row('b', 'Phones', 899, 'drops', 'Air'),
  row('c', 'Cases', 19.99, 'open', 'Zephyr'),
  row('d', 'Cases', 20, 'sold-out', 'Clip'),
  row('e', '', null, 'drops', 'Gift'),
];
const narrow = (change: Partial<ShelfView>) => {
  const view = { ...wholeShelf(), ...change };
  const ofKind = rows.filter(({ kind }) => view.kind === undefined || kind === view.kind);
  return narrowShelf({ all: rows, ofKind }, view, { currency: 'USD', inLocale: ({ title }) => title });
};

describe('the shelf', () => {
  it('is ordered as somebody chooses, what has no price last', () => {
    const ids = (sort: ShelfView['sort']) => narrow({ sort }).ids.join('');
    expect([ids('newest'), ids('cheapest'), ids('dearest'), ids('name')]).toEqual(['abcde', 'cdabe', 'badce', 'bdeac']);
  });

  it('can let go of a kind that is rarer than all that are shown, and says of it how many it lists', () => {
    const many = Array.from({ length: 25 }, (_, kind) =>
      Array.from({ length: 26 - kind }, (_each, at) => row(`${kind}-${at}`, `K${kind}`, 10, 'open')),
    ).flat();
    const ofKind = [row('old', 'K24', 10, 'open'), ...many.filter(({ kind }) => kind === 'K24')];
    const view = { ...wholeShelf(), kind: 'K24' };
    const { count, facets } = narrowShelf({ all: many, ofKind }, view, {
      currency: 'USD',
      inLocale: ({ title }) => title,
    });
    expect(facets.kinds).toHaveLength(21);
    expect([count, facets.kinds.at(-1)]).toEqual([3, { kind: 'K24', count: 3 }]);
  });

  it('counts what each choice would leave beside the others that are chosen', () => {
    const { ids, count, facets } = narrow({ kind: 'Cases', selling: 'open' });
    expect({ ids, count }).toEqual({ ids: ['c'], count: 1 });
    expect(facets).toEqual({
      kinds: [
        { kind: 'Phones', count: 1 },
        { kind: 'Cases', count: 1 },
      ],
      sellings: [
        { selling: 'open', count: 1 },
        { selling: 'sold-out', count: 1 },
      ],
      prices: [{ price: { from: 10, to: 20 }, count: 1 }],
    });
    expect(narrow({ kind: 'Phones', selling: 'sold-out' })).toMatchObject({
      ids: [],
      facets: {
        kinds: [
          { kind: 'Cases', count: 1 },
          { kind: 'Phones', count: 0 },
        ],
        sellings: expect.arrayContaining([{ selling: 'sold-out', count: 0 }]) as unknown,
      },
    });
    expect(narrow({ price: { from: 20, to: 50 } }).ids).toEqual(['d']);
    expect(narrow({}).facets.prices.map(({ price, count }) => [price.from, price.to, count])).toEqual([
      [10, 20, 1],
      [20, 50, 1],
      [200, 500, 1],
      [500, 1000, 1],
    ]);
  });

  it('has bands of 1, 2 and 5, the lower bound in the band', () => {
    expect([0, 9.99, 10, 49.99, 50, 999].map(bandOf)).toEqual([
      { from: 0, to: 10 },
      { from: 0, to: 10 },
      { from: 10, to: 20 },
      { from: 20, to: 50 },
      { from: 50, to: 100 },
      { from: 500, to: 1000 },
    ]);
    expect(bandOf(1e12)).toBeNull();
  });
});

describe('an address of the shelf', () => {
  it.each([
    [{}, '/products'],
    [{ kind: 'Open earphones' }, '/products/by/kind/Open%20earphones'],
    [{ selling: 'sold-out', page: 2 }, '/products/by/sold/sold-out/page/2'],
    [
      { kind: '手机壳', selling: 'open', price: { from: 20, to: 50 }, sort: 'cheapest' },
      '/products/by/kind/%E6%89%8B%E6%9C%BA%E5%A3%B3/sold/open/price/20-50/sort/cheapest',
    ],
  ] as [Partial<ShelfView>, string][])('of %o is %s and reads as it', (change, expected) => {
    const view = { ...wholeShelf(), ...change };
    expect(shelfPath(view)).toBe(expected);
    const segments = expected.split('/').slice(3).map(decodeURIComponent);
    if (segments.length > 0) expect(readShelfView(segments)).toEqual(view);
  });

  it.each([
    'sort/newest',
    'page/1',
    'page/0',
    'page/101',
    'page/1e1',
    'sold/open/kind/a',
    'kind',
    'kind/a/kind/b',
    'price/20-51',
    'price/-1-10',
    'price/NaN-10',
    'constructor/a',
    '__proto__/a',
    'sort/__proto__',
    '',
  ])('that is no other spelling of a view: %s', (text) => expect(readShelfView(text.split('/'))).toBeNull());
});

it('knows the least price in the shop’s currency, and no draft', async () => {
  const variants = [
    { title: 'One', options: ['One'], priceMinor: 19_900, currency: 'USD' },
    { title: 'Two', options: ['Two'], priceMinor: 9_900, currency: 'USD' },
    { title: 'Three', options: ['Three'], priceMinor: 100, currency: 'EUR' },
  ];
  const save = transact(saveProduct);
  await save(system, { handle: 'shelf', title: 'Shelf', type: 'Lamps', status: 'ACTIVE', variants });
  await save(system, { handle: 'hidden', title: 'Hidden', type: 'Lamps', status: 'DRAFT', variants });
  const found = await readShelfIndex(reading(), { kind: 'Lamps', currency: 'USD' });
  expect(found).toMatchObject([{ title: 'Shelf', priceMinor: 9_900, selling: 'drops' }]);
  expect(await readShelfIndex(reading(), { kind: 'Sofas', currency: 'USD' })).toEqual([]);
  expect((await readShelfIndex(reading(), { currency: 'JPY' })).find(({ title }) => title === 'Shelf')).toMatchObject({
    priceMinor: null,
  });
  const { id } = await db.product.findUniqueOrThrow({ where: { handle: 'shelf' } });
  const variant = await db.variant.findFirstOrThrow({ where: { productId: id } });
  await db.stockedVariant.create({ data: { id: variant.id, inShop: true, since: new Date() } });
  expect(await readShelfIndex(reading(), { kind: 'Lamps', currency: 'USD' })).toMatchObject([{ selling: 'sold-out' }]);
});
beforeAll(async () => void (await db.product.deleteMany()));
