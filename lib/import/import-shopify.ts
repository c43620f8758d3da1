import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';

import { bringPages } from './bring-pages';
import { bringProducts, keepNamedCollections } from './bring-products';
import { bringRecords } from './bring-records';
import { bringRedirects } from './bring-redirects';
import { createLeftOut } from './left-out';
import { createTally, type Refusal } from './report';
import { readHead } from './sheet-rows';
import { takeCollections } from './take-collections';
import type { Run, ShopifyFile, ShopifyImported, ShopifyWatch } from './shopify-run';
import { recogniseSheet } from './shopify-sheets';

export type { ShopifyFile, ShopifyImported, ShopifyWatch } from './shopify-run';

/** Brings what a shop's exports hold, each file known by its first row, each thing whole or not at all; a second run changes nothing. */
export async function importShopify(files: ShopifyFile[], watch: ShopifyWatch): Promise<ShopifyImported> {
  const tally = createTally();
  const done: ShopifyImported = { products: 0, variants: 0, refused: 0, written: 0, added: 0, read: 0 };
  const refuse = (refusal: Refusal) => {
    tally.add(refusal);
    watch.onRefusal?.(refusal);
  };
  const run: Run = {
    ...watch,
    done,
    files: [],
    brought: new Map(),
    redone: [],
    before: null,
    collections: new Map(),
    refuse,
    left: createLeftOut(),
  };
  for (const file of files) await importFile(file, run);
  await keepNamedCollections(run);
  await takeCollections(run);
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

async function importFile(file: ShopifyFile, run: Run): Promise<void> {
  run.files.push(file.name);
  const head = await readHead(file.open);
  const kind = head && recogniseSheet(head.header, head.names);
  if (!kind) {
    // It is not quoted: the first row of a file without names of columns is somebody.
    const reason = 'its first row names no columns of an export that is known here';
    return run.refuse({ file: file.name, row: 1, code: 'not-shopify-csv', reason });
  }
  run.onFile?.(file.name, kind);
  if (kind === 'products') await bringProducts(file, run);
  else if (kind === 'pages') await bringPages(file, head, run);
  else if (kind === 'redirects') await bringRedirects(file, head, run);
  else await bringRecords(kind, file, head, run);
  run.done.read += 1;
}
