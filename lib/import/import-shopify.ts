import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';

import { saveProduct } from '@/lib/catalog/commands';
import { system } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';

import { refusedSave } from './refused-save';
import { createLeftOut, createTally, type LeftOut, type Refusal } from './report';
import { toProductInput } from './shopify-input';
import { readShopifyProducts, type OpenFile } from './shopify-read';
import type { ImportedProduct } from './shopify-shape';

export type ShopifyFile = { name: string; open: OpenFile };
export type ShopifyWatch = {
  currency: string;
  onRefusal?: (refusal: Refusal) => void;
  /** Called at the end with what was left out by design, and how many. */
  onLeftOut?: (what: string, count: number) => void;
  onRows?: (file: string, read: number, total: number) => void;
};
export type ShopifyImported = {
  products: number;
  variants: number;
  refused: number;
  /** Of the products: how many were not here before, or differ from what was. */
  written: number;
  /** Files in which products could be read. */
  read: number;
};

type Run = ShopifyWatch & {
  done: ShopifyImported;
  seen: Map<string, string>;
  /** When the product before was made here. */ before: Date | null;
  refuse: (refusal: Refusal) => void;
  left: LeftOut;
};

/** Brings the products of Shopify's exports into the catalogue, each whole or not at all; a second run changes nothing. */
export async function importShopify(files: ShopifyFile[], watch: ShopifyWatch): Promise<ShopifyImported> {
  const tally = createTally();
  const done = { products: 0, variants: 0, refused: 0, written: 0, read: 0 };
  const refuse = (refusal: Refusal) => {
    tally.add(refusal);
    watch.onRefusal?.(refusal);
  };
  const run: Run = { ...watch, done, seen: new Map(), before: null, refuse, left: createLeftOut() };
  for (const file of files) await importFile(file, run);
  if (watch.onLeftOut) run.left.each(watch.onLeftOut);
  return { ...done, refused: tally.refused };
}

/** A file on disk by the name that the reports call it; null when it cannot be opened. */
export async function shopifyFile(name: string, path: string): Promise<ShopifyFile | null> {
  const readable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  return readable ? { name, open: () => createReadStream(path) } : null;
}

async function importFile({ name, open }: ShopifyFile, run: Run): Promise<void> {
  const onRows = (read: number, total: number) => run.onRows?.(name, read, total);
  let strange = false;
  for await (const each of readShopifyProducts(open, { file: name, currency: run.currency, onRows })) {
    if (each.kind === 'product') {
      await save(each.product, name, run);
      continue;
    }
    strange ||= each.code === 'not-products-csv';
    run.refuse(each);
  }
  if (!strange) run.done.read += 1;
}

async function save(product: ImportedProduct, file: string, run: Run): Promise<void> {
  const earlier = run.seen.get(product.handle);
  // Two files that differ would otherwise overwrite each other at every run.
  if (earlier && earlier !== file)
    return refuseProduct(product, file, run, {
      code: 'handle-duplicate',
      reason: `${earlier} already holds this product`,
    });
  try {
    // The shop shows the newest first: each product is made a moment before the one above it in the file.
    const createdAt = run.before && new Date(run.before.getTime() - 1);
    const saved = await transact(saveProduct)(system, { ...toProductInput(product), createdAt });
    run.before = saved.createdAt;
    run.seen.set(product.handle, file);
    run.done.products += 1;
    run.done.variants += product.variants.length;
    countLeftOut(product, run.left);
    if (saved.outcome !== 'unchanged') run.done.written += 1;
  } catch (error) {
    refuseProduct(product, file, run, refusedSave(error));
  }
}

function countLeftOut({ variants }: ImportedProduct, left: LeftOut): void {
  left.add(
    'stock quantities (stock is what a drop puts on offer)',
    variants.filter(({ quantity }) => quantity !== null).length,
  );
  left.add('costs of variants', variants.filter(({ costMinor }) => costMinor !== null).length);
  left.add('tax codes of variants', variants.filter(({ taxCode }) => taxCode !== null).length);
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
