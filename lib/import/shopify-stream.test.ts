import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShopifyProducts } from './shopify-read';

const HEADER = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Tags',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Image Src',
  'Status',
];
const MEGABYTE = 1_048_576;

describe('a catalogue of forty thousand rows', () => {
  it('streams through in bounded memory', async () => {
    const collectGarbage = exposeGc();
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    let [products, variants, looks, peak] = [0, 0, 0, 0];
    for await (const each of readShopifyProducts(manyRows, { file: 'big.csv', currency: 'USD' })) {
      if (each.kind === 'refused') throw new Error(each.reason);
      products += 1;
      variants += each.product.variants.length;
      if (products % 2_000 !== 0) continue;
      collectGarbage();
      looks += 1;
      peak = Math.max(peak, process.memoryUsage().heapUsed - before);
    }
    expect([products, variants]).toEqual([10_000, 40_000]);
    expect(looks).toBe(5);
    expect(peak / MEGABYTE).toBeLessThan(12);
  }, 60_000);
});

describe('round trip', () => {
  it('reads back exactly what was written, whatever the product, separator and chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(product(), { maxLength: 6, selector: (each) => each.handle }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 1, max: 64 }),
        async (products, delimiter, ending, chunk) => {
          const bytes = Buffer.from(writeCsv(products, delimiter, ending));
          const read = [];
          for await (const each of readShopifyProducts(() => chunks(bytes, chunk), {
            file: 'p.csv',
            currency: 'USD',
          })) {
            if (each.kind === 'refused') throw new Error(`${each.row} ${each.reason}`);
            read.push(summary(each.product));
          }
          expect(read).toEqual(products);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it('loses only the damaged row, wherever a stray quote lands', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 29 }), async (hit) => {
        const lines = Array.from(
          { length: 30 },
          (_, at) => `h${at},${at === hit ? '"' : ''}Title,${at % 3 ? '' : '"<p>""x""</p>"'},1`,
        );
        const text = ['Handle,Title,Body (HTML),Variant Price', ...lines].join('\n');
        const kept: string[] = [];
        const refused: number[] = [];
        for await (const each of readShopifyProducts(() => chunks(Buffer.from(text), 50), {
          file: 'p.csv',
          currency: 'USD',
        })) {
          if (each.kind === 'refused') refused.push(each.row);
          else kept.push(each.product.handle);
        }
        expect(refused).toEqual([hit + 2]);
        expect(kept).toHaveLength(29);
      }),
    );
  });
});

type Written = {
  handle: string;
  title: string;
  bodyHtml: string;
  tags: string[];
  options: string[];
  variants: { options: string[]; sku: string | null; priceMinor: number; grams: number | null }[];
};

function product(): fc.Arbitrary<Written> {
  const words = fc.string({
    unit: fc.constantFrom('a', 'é', '米', '"', ',', ';', ' ', '\n', "'", '<b>'),
    minLength: 1,
    maxLength: 12,
  });
  const word = words.map((text) => text.trim()).filter((text) => text !== '');
  const minor = fc.integer({ min: 0, max: 2_147_483_647 });
  const free = fc.record({ priceMinor: minor, grams: fc.option(fc.integer({ min: 0, max: 99_999 })) });
  return fc
    .record({
      handle: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
      title: word,
      bodyHtml: words.map((text) => text.trim()),
      tags: fc.uniqueArray(fc.stringMatching(/^[a-z米]{1,8}$/), { maxLength: 4 }),
      choices: fc.uniqueArray(word, { maxLength: 5, selector: (text) => text.toLowerCase() }),
      prices: fc.array(free, { minLength: 5, maxLength: 5 }),
    })
    .map(({ choices, prices, ...rest }) => ({
      ...rest,
      options: choices.length > 0 ? ['Colour', 'Size'] : [],
      variants: (choices.length > 0 ? choices : ['']).map((choice, at) => ({
        options: choice ? [choice, `${at}`] : [],
        sku: at % 2 ? `${rest.handle}-${at}` : null,
        ...(prices[at] ?? { priceMinor: 0, grams: null }),
      })),
    }));
}

function writeCsv(products: Written[], delimiter: string, ending: string): string {
  const rows = products.flatMap((each) =>
    each.variants.map((variant, at) => {
      const lead = at === 0;
      const price = `${Math.floor(variant.priceMinor / 100)}.${`${variant.priceMinor % 100}`.padStart(2, '0')}`;
      return [
        each.handle,
        lead ? each.title : '',
        lead ? each.bodyHtml : '',
        '',
        lead ? each.tags.join(', ') : '',
        '',
        lead ? (each.options[0] ?? 'Title') : '',
        variant.options[0] ?? 'Default Title',
        lead ? (each.options[1] ?? '') : '',
        variant.options[1] ?? '',
        variant.sku ?? '',
        `${variant.grams ?? ''}`,
        '',
        price,
        '',
        '',
      ];
    }),
  );
  const quote = (cell: string) => (/[",;\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [HEADER, ...rows].map((row) => row.map(quote).join(delimiter) + ending).join('');
}

function summary(read: Omit<Written, 'options'> & { options: { name: string }[] }): Written {
  return {
    handle: read.handle,
    title: read.title,
    bodyHtml: read.bodyHtml,
    tags: read.tags,
    options: read.options.map((option) => option.name),
    variants: read.variants.map(({ options, sku, priceMinor, grams }) => ({ options, sku, priceMinor, grams })),
  };
}

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* manyRows(): AsyncGenerator<string> {
  yield `${HEADER.join(',')}\n`;
  for (let at = 0; at < 10_000; at += 1) {
    const html = `"<p>Line one of ${at}</p>\n<p>${'and more '.repeat(60)}</p>"`;
    yield `p-${at},Product ${at},${html},Foxtail,"a, b",true,Size,S,,,S-${at},10,5,19.99,https://cdn.example.com/${at}.jpg,active\n`;
    for (const size of ['M', 'L', 'XL']) yield `p-${at},,,,,,,${size},,,${size}-${at},10,5,19.99,,\n`;
  }
}

/** Collecting before each look makes the figure what is held, not what waits to be freed. */
function exposeGc(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
