import { createReadStream } from 'node:fs';
import path from 'node:path';

import { beforeEach, describe, expect, it, vi } from 'vitest';

import { db } from '@/lib/core/db';
import { dangersIn } from '@/tests/fixtures/hostile/dangers';
import { hostile, inputOf } from '@/tests/fixtures/hostile/corpus';
import { truncateAll } from '@/tests/support/database';
import { catalogState, rowsOf } from '@/tests/support/import-state';

import { importShopify, shopifyFile, type ShopifyFile } from './import-shopify';
import { formatRefusal, type Refusal } from './report';

const tables = ['Product', 'Variant', 'ProductImage', 'File', 'Event'];

// Whole samples through the database: on a busy machine they take longer than most tests may.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(truncateAll);

const fixture = (name: string): ShopifyFile => ({
  name,
  open: () => createReadStream(path.resolve('tests/fixtures/shopify', name)),
});
const written = (name: string, ...lines: string[]): ShopifyFile => ({
  name,
  open: async function* () {
    yield lines.join('\n');
  },
});
const header =
  'Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant Price,Image Src,Variant Image,Status,Published';

async function run(...files: ShopifyFile[]) {
  const refusals: Refusal[] = [];
  const done = await importShopify(files, { currency: 'USD', onRefusal: (refusal) => refusals.push(refusal) });
  return { done, refusals };
}

describe('exports of two shops', () => {
  const samples = [fixture('knitwear.csv'), fixture('pottery.csv')];

  it('become products with their variants, prices, pictures and pending jobs', async () => {
    const { done, refusals } = await run(...samples);
    expect([done, refusals]).toEqual([{ products: 40, variants: 43, refused: 0, written: 40, added: 40, read: 2 }, []]);
    expect([await db.product.count(), await db.variant.count()]).toEqual([40, 43]);
    const shirt = await db.product.findUniqueOrThrow({
      where: { handle: 'harbour-work-shirt' },
      include: { variants: { include: { prices: true } }, images: true },
    });
    expect(shirt).toMatchObject({
      title: 'Harbour Work Shirt',
      vendor: 'Larkmoor Knits',
      status: 'ACTIVE',
      source: 'shopify',
      optionNames: [],
    });
    expect(shirt.variants).toMatchObject([{ title: 'Standard', prices: [{ amountMinor: 5000, currency: 'USD' }] }]);
    expect(shirt.images).toMatchObject([
      { state: 'PENDING', path: null, remoteUrl: expect.stringMatching(/^https:/) as unknown },
    ]);
    const jobs = await db.$queryRaw<
      { count: bigint }[]
    >`SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'fetchImage'`;
    expect(Number(jobs[0]?.count)).toBe(await db.productImage.count({ where: { state: 'PENDING' } }));
  });

  it('change nothing the second time, and are counted all the same', async () => {
    await run(...samples);
    const before = await rowsOf(...tables);
    const { done } = await run(...samples);
    expect(done).toEqual({ products: 40, variants: 43, refused: 0, written: 0, added: 0, read: 2 });
    expect(await rowsOf(...tables)).toEqual(before);
  });

  it('come in once when two imports run at the same time', async () => {
    await run(...samples);
    const once = await catalogState();
    await truncateAll();
    const both = await Promise.all([run(...samples), run(...samples)]);
    expect(both.map(({ done }) => [done.products, done.refused])).toEqual([
      [40, 0],
      [40, 0],
    ]);
    expect(both[0]!.done.written + both[1]!.done.written).toBe(40);
    expect(await catalogState()).toEqual(once);
  });
});

describe('faulty files', () => {
  it('lose their faulty rows only, each named by file, row and reason', async () => {
    const { done, refusals } = await run(fixture('faulty.csv'), fixture('knitwear.csv'));
    expect(done).toMatchObject({ products: 22, refused: 21, read: 2 });
    expect(refusals.map(formatRefusal)).toContain(
      'refused faulty.csv, row 3 (good): "not a price" is not an amount in USD [amount-format]',
    );
    expect(await db.product.findMany({ where: { handle: { in: ['no-title', 'no-price', 'negative'] } } })).toEqual([]);
    expect(await db.variant.count({ where: { product: { handle: 'good' } } })).toBeGreaterThan(0);
    expect(await db.product.count()).toBe(done.products);
    expect(await db.variant.count()).toBe(done.variants);
  });

  it('that are no product export are refused and not read', async () => {
    expect(await shopifyFile('nope.csv', '/nowhere/nope.csv')).toBeNull();
    expect((await run(fixture('orders.csv'))).done).toEqual({
      products: 0,
      variants: 0,
      refused: 1,
      written: 0,
      added: 0,
      read: 0,
    });
  });

  it('do not overwrite what another file of the same run holds', async () => {
    const { done, refusals } = await run(
      written('a.csv', header, 'one,One,,,,1,,,,', 'two,Two,,,,2,,,,'),
      written('b.csv', header, 'two,Second Two,,,,3,,,,', 'three,Three,,,,3,,,,'),
    );
    expect(done).toMatchObject({ products: 3, refused: 1 });
    expect(refusals.map(formatRefusal)).toEqual([
      'refused b.csv, row 2 (two): a.csv already holds this product [handle-duplicate]',
    ]);
    expect((await db.product.findUniqueOrThrow({ where: { handle: 'two' } })).title).toBe('Two');
  });
});

describe('a later export', () => {
  const first = written(
    'p.csv',
    header,
    'tee,Tee,<p>Old</p>,Size,S,10,https://cdn.example.com/a.png,,active,TRUE',
    'tee,,,,M,10,,https://cdn.example.com/m.png,,',
  );
  const later = written(
    'p.csv',
    header,
    'tee,Tee,<p>New</p>,Size,M,12,https://cdn.example.com/a.png,https://cdn.example.com/m.png,active,TRUE',
    'tee,,,,L,12,,,,',
  );

  it('keeps what is still there, adds what is new, and lets go of what went', async () => {
    await run(first);
    const medium = await db.variant.findFirstOrThrow({ where: { title: 'M' } });
    await db.productImage.updateMany({
      where: { remoteUrl: { endsWith: 'a.png' } },
      data: { state: 'READY', path: '/files/a.webp', fileId: null },
    });
    const { done } = await run(later);
    expect(done).toMatchObject({ products: 1, variants: 2, written: 1 });
    const variants = await db.variant.findMany({
      orderBy: { position: 'asc' },
      include: { prices: { where: { until: null } } },
    });
    expect(variants.map(({ id, title, prices }) => [id === medium.id, title, prices[0]?.amountMinor])).toEqual([
      [true, 'M', 1200],
      [false, 'L', 1200],
    ]);
    expect((await db.product.findFirstOrThrow()).html).toBe('<p>New</p>');
    expect(
      await db.productImage.findMany({ where: { remoteUrl: { endsWith: 'm.png' } }, select: { variantId: true } }),
    ).toEqual([{ variantId: medium.id }]);
  });

  it('of drafts, archived and unpublished products keeps them out of sight', async () => {
    await run(
      written(
        'p.csv',
        header,
        'a,A,,,,1,,,draft,TRUE',
        'b,B,,,,1,,,archived,TRUE',
        'c,C,,,,1,,,active,FALSE',
        'd,D,,,,1,https://cdn.example/d.png,,active,TRUE',
      ),
    );
    expect(await db.product.findMany({ orderBy: { handle: 'asc' }, select: { handle: true, status: true } })).toEqual([
      { handle: 'a', status: 'DRAFT' },
      { handle: 'b', status: 'ARCHIVED' },
      { handle: 'c', status: 'DRAFT' },
      { handle: 'd', status: 'ACTIVE' },
    ]);
  });
});

describe('a product without a picture', () => {
  const bare = (title: string) => written('p.csv', header, `bare,${title},,,,1,,,active,TRUE`);
  const status = async () => (await db.product.findFirstOrThrow()).status;

  it('is not on sale at once: it comes as a draft, which the rehearsal says', async () => {
    const told: [string, number][] = [];
    const onLeftOut = (_: string, count: number, code: string) => told.push([code, count]);
    const file = () =>
      written('p.csv', header, 'bare,Bare,,,,1,,,active,TRUE', 'seen,Seen,,,,1,https://c.example/s.png,,active,TRUE');
    await importShopify([file()], { currency: 'USD', rehearse: true, onLeftOut });
    expect([await db.product.count(), told]).toEqual([0, [['product-pictures', 1]]]);
    const done = await importShopify([file()], { currency: 'USD', onLeftOut });
    expect([done.added, done.refused, told.length]).toEqual([2, 0, 2]);
    expect(await db.product.findMany({ orderBy: { handle: 'asc' }, select: { handle: true, status: true } })).toEqual([
      { handle: 'bare', status: 'DRAFT' },
      { handle: 'seen', status: 'ACTIVE' },
    ]);
    // Of one that is there nothing is said again.
    await importShopify([file()], { currency: 'USD', onLeftOut });
    expect(told.length).toBe(2);
  });

  it('keeps what staff made of it when the shop changes it later', async () => {
    await run(bare('Bare'));
    await db.product.updateMany({ data: { status: 'ACTIVE' } });
    const { done } = await run(bare('Bare still'));
    expect([done.written, await status()]).toEqual([1, 'ACTIVE']);
    await db.product.updateMany({ data: { status: 'DRAFT' } });
    await run(bare('Bare again'));
    expect(await status()).toBe('DRAFT');
  });

  it('that is shown by a picture of a variant alone is on sale', async () => {
    await run(written('p.csv', header, 'v,V,,Size,M,1,,https://cdn.example/m.png,active,TRUE'));
    expect(await status()).toBe('ACTIVE');
  });
});

it('keeps nothing dangerous of hostile descriptions', async () => {
  const quoted = (html: string) => `"${html.replaceAll('"', '""')}"`;
  const html = hostile
    .filter(({ kind, times }) => kind === 'html' && !times)
    .map(inputOf)
    .filter((text) => !/[\uFFFD\r\p{Cs}]/u.test(text));
  const { done } = await run(
    written('h.csv', header, ...html.map((text, at) => `h${at},Hostile ${at},${quoted(text)},,,1,,,,`)),
  );
  expect(done.products).toBeGreaterThan(30);
  const dangers = (await db.product.findMany()).flatMap((product) =>
    dangersIn(product.html).map((danger) => `${product.handle}: ${danger}`),
  );
  expect(dangers).toEqual([]);
});
