import { saveProduct } from '@/lib/catalog/commands';
import { cleanLine } from '@/lib/core/fields';
import { sha256 } from '@/lib/core/ids';
import { slugify } from '@/lib/core/slug';
import { keepRecords } from '@/lib/imports/commands';

import { keepInBatches } from './keep-in-batches';
import { refusedSave } from './refused-save';
import type { LeftOut } from './left-out';
import { toProductInput } from './shopify-input';
import { readShopifyProducts } from './shopify-read';
import { broughtOf, earlierFile, write, type Run, type ShopifyFile } from './shopify-run';
import type { ImportedProduct } from './shopify-shape';

/** Brings the products of one file into the catalogue, each whole or not at all. */
export async function bringProducts({ name, open }: ShopifyFile, run: Run): Promise<void> {
  const onRows = (read: number, total: number) => run.onRows?.(name, read, total);
  for await (const each of readShopifyProducts(open, { file: name, currency: run.currency, onRows })) {
    if (each.kind === 'product') await save(each.product, name, run);
    else run.refuse(each);
  }
}

async function save(product: ImportedProduct, file: string, run: Run): Promise<void> {
  const earlier = earlierFile(run, 'products', product.handle);
  if (earlier !== null)
    return refuseProduct(product, file, run, {
      code: 'handle-duplicate',
      reason: `${earlier} already holds this product`,
    });
  try {
    // The shop shows the newest first: each product is made a moment before the one above it in the file.
    const createdAt = run.before && new Date(run.before.getTime() - 1);
    const input = toProductInput(product, run.shop);
    const saved = await write(run, saveProduct)({ ...input, createdAt });
    run.before = saved.createdAt;
    run.done.products += 1;
    run.done.variants += product.variants.length;
    countLeftOut(product, run.left);
    noteCollection(product, run);
    if (saved.outcome !== 'unchanged') run.done.written += 1;
    if (saved.outcome === 'created') run.done.added += 1;
    if (saved.outcome === 'created' && input.draftFirst) run.left.add('product-pictures');
  } catch (error) {
    refuseProduct(product, file, run, refusedSave(error));
  }
}

function countLeftOut({ variants }: ImportedProduct, left: LeftOut): void {
  left.add('stock', variants.filter(({ quantity }) => quantity !== null).length);
  left.add('costs', variants.filter(({ costMinor }) => costMinor !== null).length);
  left.add('tax-codes', variants.filter(({ taxCode }) => taxCode !== null).length);
}

function refuseProduct(
  { handle, variants, images }: ImportedProduct,
  file: string,
  run: Run,
  fault: { code: string; reason: string },
): void {
  const rows = new Set([...variants, ...images].map(({ row }) => row));
  run.refuse({ file, row: Math.min(...rows), handle, ...fault, count: rows.size });
}

// As many as the row of a record holds.
const mostInCollection = 5_000;

function noteCollection({ handle, collection }: ImportedProduct, { collections, left }: Run): void {
  if (collection === null) return;
  const title = cleanLine(collection);
  const key = title.toLowerCase();
  const { products } = collections.get(key) ?? collections.set(key, { title, products: [] }).get(key)!;
  if (products.length < mostInCollection) products.push(handle);
  else left.add('collection-products');
}

/** Keeps the collections that products name in a column of their own, beside those that come in a file. */
export async function keepNamedCollections(run: Run): Promise<void> {
  if (run.collections.size === 0) return;
  const keeper = keepInBatches(
    { source: 'shopify', kind: 'collection' },
    { keep: write(run, keepRecords), remembers: false },
  );
  for (const [key, { title, products }] of run.collections) {
    const handle = slugify(title);
    const row = { handle, title, html: '', sort: '', published: true, picture: null, match: null, rules: [], products };
    await keeper.add({ sourceId: `column:${key.length > 190 ? sha256(key) : key}`, row });
  }
  const { seen, added, changed, refused } = await keeper.end();
  const brought = broughtOf(run, 'collections');
  brought.all += seen - refused.length;
  brought.added += added;
  brought.changed += changed;
  for (const id of refused) run.refuse({ file: 'Collection', row: 0, handle: id, ...tooLarge });
}

export const tooLarge = { code: 'record-too-large', reason: 'it has more than a record can hold' };
