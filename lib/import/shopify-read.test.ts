import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTally } from './report';
import { readShopifyProducts, type ShopifyRead } from './shopify-read';

const folder = new URL('../../tests/fixtures/shopify/', import.meta.url);

describe('sample exports', () => {
  it.each([
    ['knitwear.csv', 20, 22, 'harbour-work-shirt', 5_000],
    ['pottery.csv', 20, 21, 'slip-cast-planter', 999],
  ])('reads %s whole', async (file, products, variants, handle, price) => {
    const read = await readFixture(file);
    expect(read.refused).toEqual([]);
    expect(read.products).toHaveLength(products);
    expect(read.products.flatMap((product) => product.variants)).toHaveLength(variants);
    expect(read.products[0]?.handle).toBe(handle);
    expect(read.products[0]?.variants[0]?.priceMinor).toBe(price);
  });

  it('keeps the choices of a product with variants and none for a default title', async () => {
    const { products } = await readFixture('knitwear.csv');
    const top = products.find((product) => product.handle === 'ribbed-watch-cap');
    expect(top?.options).toEqual([{ name: 'Size', linkedTo: null }]);
    expect(top?.variants.map((variant) => variant.options)).toEqual([['Small'], ['Medium'], ['Large']]);
    expect(products[0]?.options).toEqual([]);
    expect(products[0]?.variants[0]?.options).toEqual([]);
  });

  it('keeps every image of an export, in order', async () => {
    const { products } = await readFixture('pottery.csv');
    expect(products[0]?.images.map((image) => image.url.split('/').at(-1))).toEqual([
      'planter-with-fern.webp',
      'planter-from-above.webp',
    ]);
  });
});

describe('exports as merchants make them', () => {
  it('reads the columns of 2023 with byte-order mark, markets, metafields and several-line HTML', async () => {
    const { products, refused } = await readFixture('merchant-2023.csv');
    const [ear, speaker, radio] = products;
    expect(ear?.bodyHtml).toBe('<p>Hear the street,\r\nand the song.</p>\r\n<p>They say "finally".</p>');
    expect(ear?.tags).toEqual(['open', '"new"', '2023']);
    expect(ear?.options).toEqual([
      { name: 'Colour', linkedTo: 'product.metafields.shopify.color-pattern' },
      { name: 'Size', linkedTo: null },
    ]);
    expect(ear?.variants).toMatchObject([
      {
        options: ['Ink', 'S'],
        priceMinor: 129_950,
        compareAtMinor: 139_900,
        costMinor: 41_010,
        grams: 32,
        quantity: 12,
        tracked: true,
        oversell: false,
      },
      { options: ['Ink', 'M'], quantity: -2, oversell: true, compareAtMinor: null },
      { options: ['Sand', 'S'], quantity: 0, compareAtMinor: null, imageUrl: 'https://cdn.example.com/oe2-sand.jpg' },
    ]);
    expect(ear?.images).toEqual([
      { row: 3, url: 'https://cdn.example.com/oe2-front.jpg', alt: null, position: 1 },
      { row: 2, url: 'https://cdn.example.com/oe2-ink.jpg', alt: 'Ink earphones', position: 2 },
      { row: 5, url: 'https://cdn.example.com/oe2-case.jpg', alt: 'The case', position: 3 },
    ]);
    expect(ear?.metafields).toEqual({ 'custom.material': 'Titanium', 'custom.battery_hours': '9' });
    expect(speaker).toMatchObject({
      status: 'draft',
      published: false,
      images: [],
      variants: [{ taxable: false, tracked: false, quantity: null }],
    });
    expect(radio).toMatchObject({ status: 'archived', published: true });
    expect(refused.map(({ row, code }) => [row, code])).toEqual([
      [8, 'gift-card'],
      [9, 'product-refused'],
    ]);
  });

  it('reads the renamed columns of 2025 in UTF-16', async () => {
    const { products, refused } = await readFixture('merchant-2025-utf16.csv', 'CNY');
    expect(refused).toEqual([]);
    expect(products[0]).toMatchObject({
      handle: 'millet-buds',
      title: '小米耳机',
      vendor: '小米',
      category: 'Electronics',
      tags: ['新品', '无线'],
      status: 'active',
      metafields: { 'shopify.color-pattern': 'white' },
      variants: [
        { sku: 'MB-W', options: ['白色'], priceMinor: 19_900, grams: 48, metafields: { 'custom.finish': 'matte' } },
        { sku: 'MB-B', options: ['黑色'], compareAtMinor: 24_900, metafields: { 'custom.finish': 'gloss' } },
      ],
    });
    expect(products[1]).toMatchObject({
      handle: 'usb-cable',
      status: 'active',
      published: false,
      variants: [{ oversell: true, grams: null }],
    });
  });

  it('reads semicolons and bare carriage returns, and refuses a decimal comma', async () => {
    const { products, refused } = await readFixture('semicolon-cr.csv');
    expect(products.map((product) => product.handle)).toEqual(['a']);
    expect(refused).toMatchObject([{ row: 3, handle: 'b', code: 'amount-format' }]);
  });
});

describe('faults', () => {
  it('names each bad row and keeps everything else', async () => {
    const { products, refused } = await readFixture('faulty.csv');
    expect(products.map(({ handle, variants }) => [handle, variants.map((variant) => variant.sku)])).toEqual([
      ['good', ['G-S', 'G-S', 'G-XXL']],
      ['last', ['L']],
    ]);
    expect(products[0]?.images).toHaveLength(1);
    expect(refused.map(({ row, code }) => [row, code] as const).sort(([a], [b]) => a - b)).toEqual([
      [3, 'amount-format'],
      [5, 'variant-duplicate'],
      [6, 'option-missing'],
      [7, 'weight'],
      [8, 'quantity'],
      [9, 'image-address'],
      [10, 'row-empty'],
      [11, 'image-address'],
      [12, 'title-missing'],
      [13, 'product-refused'],
      [14, 'price-missing'],
      [15, 'handle-missing'],
      [18, 'price-missing'],
      [19, 'handle-invalid'],
      [20, 'status'],
      [21, 'amount-negative'],
      [22, 'amount-decimals'],
      [23, 'option-name-missing'],
      [24, 'quote-unclosed'],
      [25, 'product-refused'],
      [27, 'quote-unclosed'],
    ]);
    expect(refused.every((refusal) => refusal.file === 'faulty.csv' && refusal.reason.length > 10)).toBe(true);
  });

  it('refuses a file of something else once, naming the missing columns', async () => {
    const { products, refused } = await readFixture('orders.csv');
    expect(products).toEqual([]);
    expect(refused).toEqual([
      {
        kind: 'refused',
        file: 'orders.csv',
        row: 1,
        code: 'not-products-csv',
        reason: 'not a Shopify products CSV: missing Handle, Title, Variant Price',
      },
    ]);
  });

  it('refuses an empty file', async () => {
    expect((await readText('')).refused).toMatchObject([{ code: 'not-products-csv' }]);
  });

  it('joins the scattered rows of a handle into one whole product', async () => {
    const { products, refused } = await readText(
      'Handle,Title,Option1 Name,Option1 Value,Variant Price\na,A,Size,S,1\nb,B,,,2\na,,,M,3\nc,C,,,4\n',
    );
    expect(refused).toEqual([]);
    expect(products.map(({ handle, variants }) => [handle, variants.length])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 1],
    ]);
  });

  it('refuses scattered rows whole when there are too many to hold', async () => {
    const half = Array.from({ length: 2_600 }, (_, at) => `h${at},T,1\n`).join('');
    const { products, refused } = await readText(`Handle,Title,Variant Price\n${half}${half}`);
    expect(products).toEqual([]);
    expect(refused).toHaveLength(5_200);
    expect(new Set(refused.map((refusal) => refusal.code))).toEqual(new Set(['handle-split']));
  });

  it('refuses a product of endless rows whole', async () => {
    const rows = Array.from({ length: 2_501 }, (_, at) => `big,T,Size,${at},1\n`).join('');
    const { products, refused } = await readText(
      `Handle,Title,Option1 Name,Option1 Value,Variant Price\n${rows}ok,OK,,,1\n`,
    );
    expect(products.map((product) => product.handle)).toEqual(['ok']);
    expect(refused).toHaveLength(2_501);
  });

  it('counts a row with two faults once', async () => {
    const { refused } = await readText('Handle,Title,Variant Price,Image Src,Variant Image\na,A,1,nope,neither\n');
    const tally = createTally();
    refused.forEach((refusal) => tally.add(refusal));
    expect([refused.length, tally.refused]).toEqual([2, 1]);
  });

  it('loses one row, not the file, to an endless line', async () => {
    const { products, refused } = await readText(
      `Handle,Title,Variant Price\na,A,1\nb,${'x'.repeat(3_000_000)},1\nc,C,1\n`,
    );
    expect(products.map((product) => product.handle)).toEqual(['a', 'c']);
    expect(refused).toMatchObject([{ row: 3, code: 'row-too-long' }]);
  });
});

async function readFixture(file: string, currency = 'USD') {
  return collect(readShopifyProducts(() => createReadStream(new URL(file, folder)), { file, currency }));
}

async function readText(text: string) {
  const chunks = () =>
    (async function* () {
      for (let at = 0; at < Math.max(1, text.length); at += 16_000) yield text.slice(at, at + 16_000);
    })();
  return collect(readShopifyProducts(chunks, { file: 'text.csv', currency: 'USD' }));
}

async function collect(reading: AsyncIterable<ShopifyRead>) {
  const all: ShopifyRead[] = [];
  for await (const each of reading) all.push(each);
  return {
    products: all.flatMap((each) => (each.kind === 'product' ? [each.product] : [])),
    refused: all.flatMap((each) => (each.kind === 'refused' ? [each] : [])),
  };
}
