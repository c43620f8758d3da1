import { beforeEach, describe, expect, it } from 'vitest';

import { listProducts } from '@/lib/catalog/queries';
import { reading } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { truncateAll } from '@/tests/support/database';

import { importShopify } from './import-shopify';
import type { Refusal } from './report';

beforeEach(truncateAll);

const header = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price';

async function run(...lines: string[]) {
  const refusals: Refusal[] = [];
  const left: [string, number][] = [];
  const open = async function* () {
    yield lines.join('\n');
  };
  const done = await importShopify([{ name: 'products.csv', open }], {
    currency: 'USD',
    onRefusal: (refusal) => refusals.push(refusal),
    onLeftOut: (what, count) => left.push([what, count]),
  });
  return { done, left, refused: refusals.map(({ row, code, count }) => [row, code, count ?? 1]) };
}

const variantsOf = async (handle: string) =>
  (await db.variant.findMany({ where: { product: { handle } }, orderBy: { position: 'asc' } })).map(
    ({ options, sku, barcode }) => [options.join('/'), sku, barcode],
  );

describe('variants', () => {
  it('that share a SKU are all brought', async () => {
    const { done, refused } = await run(header, 'top,Top,Size,S,A1,89', 'top,,,M,A1,89', 'top,,,L,A1,89');
    expect([done.variants, refused]).toEqual([3, []]);
    expect(await variantsOf('top')).toEqual([
      ['S', 'A1', null],
      ['M', 'A1', null],
      ['L', 'A1', null],
    ]);
  });

  it('lose a number that a spreadsheet has rounded, and this is told', async () => {
    const { done, refused } = await run(
      `${header},Variant Barcode`,
      'top,Top,Size,S,1E5,89,4006381333931',
      'top,,,M,A-2,89,4.00638E+12',
      'top,,,L,"1,2E+11",89,',
    );
    expect([done.variants, done.refused, refused]).toEqual([
      3,
      0,
      [
        [3, 'number-rounded', 0],
        [4, 'number-rounded', 0],
      ],
    ]);
    expect(await variantsOf('top')).toEqual([
      ['S', '1E5', '4006381333931'],
      ['M', 'A-2', null],
      ['L', null, null],
    ]);
  });
});

describe('rows', () => {
  it('without their last empty cells are whole; those with too many have slipped', async () => {
    const { done, refused } = await run(
      `${header},Image Src,Status`,
      'top,Top,Size,S,A,1',
      'top,,,M,B,2',
      'top,,,L,C,3,,,x',
    );
    expect([done.variants, refused]).toEqual([2, [[4, 'column-count', 1]]]);
  });

  it.each([
    ['option value', 'top,,,Gr\uFFFDn,B,2'],
    ['alt text', 'top,,,M,B,2,https://cdn.example.com/a.png,Gr\uFFFDn'],
    ['metafield', 'top,,,M,B,2,,,Gr\uFFFDn'],
    ['SKU', 'top,,,M,\uFFFD,2'],
  ])('with damage in an %s are refused alone', async (_where, row) => {
    const wide = `${header},Image Src,Image Alt Text,Care (product.metafields.custom.care)`;
    const { done, refused } = await run(wide, 'top,Top,Size,S,A,1', row, 'top,,,L,C,3');
    expect([done.variants, refused]).toEqual([2, [[3, 'encoding', 1]]]);
  });

  it.each(['Tags', 'Option1 Name', 'Care (product.metafields.custom.care)'])(
    'with damage in %s of the product refuse it whole',
    async (name) => {
      const own = name === 'Option1 Name' ? 'top,Top,Gr\uFFFDsse,S,1,' : 'top,Top,Size,S,1,f\uFFFDr';
      const { done, refused } = await run(
        `Handle,Title,Option1 Name,Option1 Value,Variant Price,${name === 'Option1 Name' ? 'Type' : name}`,
        own,
        'top,,,M,2,',
      );
      expect([done.products, refused]).toEqual([
        0,
        [
          [2, 'encoding', 1],
          [3, 'product-refused', 1],
        ],
      ]);
    },
  );
});

describe('one handle of two products', () => {
  it.each([
    [
      'another title, far away',
      ['a,Red thing,Size,S,A,9', 'b,B,,,B,1', 'a,Blue thing,Colour,XL,C,99', 'a,,,XXL,D,99'],
      [4, 5],
    ],
    ['another title, next to it', ['a,Red thing,Size,S,A,9', 'a,Blue thing,Size,XL,C,99', 'a,,,XXL,D,99'], [3, 4]],
    ['other options, same title', ['a,Red thing,Size,S,A,9', 'a,Red thing,Colour,XL,C,99'], [3]],
    ['other options, no title', ['a,Red thing,Size,S,A,9', 'a,,Colour,XL,C,99', 'a,,,XXL,D,99'], [3, 4]],
  ])('is never merged: %s', async (_name, rows, lost) => {
    const { refused } = await run(header, ...rows);
    expect(refused).toEqual(lost.map((row) => [row, 'handle-duplicate', 1]));
    expect(await db.product.findUnique({ where: { handle: 'a' } })).toMatchObject({
      title: 'Red thing',
      optionNames: ['Size'],
    });
    expect(await variantsOf('a')).toEqual([['S', 'A', null]]);
  });

  it('is one product when each row repeats its title and options', async () => {
    const { done, refused } = await run(header, 'a,Red thing,Size,S,A,9', 'a, red  thing,size,M,B,9', 'a,,,L,C,9');
    expect([done.variants, refused]).toEqual([3, []]);
  });
});

describe('handles', () => {
  it('that mean a folder are refused, others stand as they are, in one form of their letters', async () => {
    const { done, refused } = await run(
      header,
      '.,Dot,,,A,1',
      '..,Dots,,,B,1',
      '100%-cotton,Cotton,,,C,1',
      'cafe\u0301,Café,,,D,1',
      'caf\u00e9,Café,,,E,1',
    );
    expect(refused).toEqual([
      [2, 'handle-invalid', 1],
      [3, 'handle-invalid', 1],
      [6, 'variant-duplicate', 1],
    ]);
    expect(done.products).toBe(2);
    expect((await db.product.findMany({ orderBy: { handle: 'asc' } })).map(({ handle }) => handle)).toEqual([
      '100%-cotton',
      'caf\u00e9',
    ]);
  });
});

describe('cells', () => {
  it('lose what HTML left in them, once', async () => {
    const wide = `${header},Tags,Image Src`;
    await run(
      wide,
      'a,Salt &amp; Pepper &amp;amp; &lt;b&gt;,Size &amp; fit,S &#38; M,A&amp;B,9,"hot &amp; cold, R&D",https://cdn.example.com/a.png?v=1&amp;w=2',
    );
    const product = await db.product.findFirstOrThrow({ include: { images: true, variants: true } });
    expect([product.title, product.optionNames, product.tags]).toEqual([
      'Salt & Pepper &amp; <b>',
      ['Size & fit'],
      ['hot & cold', 'R&D'],
    ]);
    expect([product.variants[0]?.options, product.variants[0]?.sku, product.images[0]?.remoteUrl]).toEqual([
      ['S & M'],
      'A&B',
      'https://cdn.example.com/a.png?v=1&w=2',
    ]);
  });

  it.each(['sep=;', '"sep=;"', '\uFEFFsep=;'])('are parted as the first line %j says', async (first) => {
    const { done } = await run(first, header.replaceAll(',', ';'), 'a;A, or B;Size;S;A1;9.50');
    expect(done).toMatchObject({ products: 1, refused: 0 });
    expect(await db.product.findFirst()).toMatchObject({ title: 'A, or B' });
  });

  it('parted by semicolons hold no price that could be read two ways', async () => {
    const semicolons = (line: string) => line.replaceAll('|', ';');
    const { refused } = await run(
      header.replaceAll(',', ';'),
      ...['a|A|||A|1,299', 'b|B|||B|1,299.00', 'c|C|||C|1299'].map(semicolons),
    );
    expect(refused).toEqual([[2, 'amount-ambiguous', 1]]);
    expect((await db.price.findMany()).map(({ amountMinor }) => amountMinor)).toEqual([129_900, 129_900]);
  });
});

it('the shop shows products in the order of the file, also those that a later file adds', async () => {
  const rows = ['c', 'a', 'd', 'b'].map((handle) => `${handle},${handle.toUpperCase()},,,${handle},1`);
  await run(`${header},Status`, ...rows);
  const shown = async () => {
    // They came without pictures, so that staff have published them.
    await db.product.updateMany({ data: { status: 'ACTIVE' } });
    return (await listProducts(reading())).items.map(({ handle }) => handle);
  };
  expect(await shown()).toEqual(['c', 'a', 'd', 'b']);
  await run(`${header},Status`, rows[0]!, 'x,X,,,x,1', ...rows.slice(1), 'y,Y,,,y,1');
  expect((await shown()).indexOf('y')).toBe(5);
});

it('what is left out by design is told with its number', async () => {
  const { left } = await run(`${header},Variant Inventory Qty,Cost per item`, 'a,A,Size,S,A,1,5,0.50', 'a,,,M,B,1,0,');
  expect(left).toEqual([
    ['stock quantities (stock is what a drop puts on offer)', 2],
    ['costs of variants', 1],
    ['products without a picture from being on sale: they are drafts until staff publish them', 1],
  ]);
});
