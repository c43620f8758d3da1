import { cutTo } from '@/lib/core/fields';

import { readCsv, type CsvRecord } from './csv-records';
import type { Refusal } from './report';
import { bodyOf, isBlank, type OpenFile } from './sheet-rows';
import { readHeader, type Columns } from './shopify-columns';
import { handleFault } from './shopify-handle';
import { Grouper, Surveyor, handleOf, toSheetRow, type Group, type Survey } from './shopify-groups';
import { buildProduct, refuseWhole, type Sheet } from './shopify-product';
import { variantShape, type ImportedProduct } from './shopify-shape';

export type ShopifyRead =
  { kind: 'product'; product: ImportedProduct; rows: [first: number, last: number] } | ({ kind: 'refused' } & Refusal);
export type ShopifySource = { file: string; currency: string; onRows?: (read: number, total: number) => void };

/** Streams a Shopify products CSV as whole products and named refusals, in bounded memory. */
export async function* readShopifyProducts(open: OpenFile, source: ShopifySource): AsyncGenerator<ShopifyRead> {
  const found = await surveyFile(open, source.file);
  if ('kind' in found) {
    yield found;
    return;
  }
  const { currency } = source;
  const sheet = { columns: found.columns, currency, variantShape: variantShape(currency, found.delimiter) };
  const grouper = new Grouper(found.survey);
  let read = 0;
  for await (const record of bodyOf(open)) {
    source.onRows?.((read += 1), found.survey.rows);
    yield* take(record, grouper, sheet, source.file);
  }
  for (const group of grouper.end()) yield* settle(group, sheet, source.file);
}

function* take(record: CsvRecord, grouper: Grouper, sheet: Sheet, file: string): Generator<ShopifyRead> {
  const handle = handleOf(record, sheet.columns);
  const row = toSheetRow(record, sheet.columns);
  const fault = handleFault(handle);
  if (fault) {
    yield refusal(file, handle, { row: row.row, ...(row.broken ?? fault) });
    return;
  }
  for (const group of grouper.add(handle, row)) yield* settle(group, sheet, file);
}

function* settle({ handle, rows, fault }: Group, sheet: Sheet, file: string): Generator<ShopifyRead> {
  const built = fault ? { faults: refuseWhole(rows, fault) } : buildProduct(handle, rows, sheet);
  if ('product' in built && built.product) {
    yield { kind: 'product', product: built.product, rows: [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0] };
  }
  for (const each of built.faults) yield refusal(file, handle, each);
}

async function surveyFile(
  open: OpenFile,
  file: string,
): Promise<{ columns: Columns; delimiter: string; survey: Survey } | ShopifyRead> {
  let columns: Columns | undefined;
  let delimiter = ',';
  const surveyor = new Surveyor();
  for await (const record of readCsv(open())) {
    if (columns) {
      const handle = handleOf(record, columns);
      if (!isBlank(record)) surveyor.see(handleFault(handle) ? '' : handle, record);
      continue;
    }
    const header = readHeader(record.cells);
    if (header.missing.length > 0) return notProducts(file, header.missing);
    columns = header.columns;
    delimiter = record.delimiter;
  }
  return columns
    ? { columns, delimiter, survey: surveyor.result() }
    : notProducts(file, ['Handle', 'Title', 'Variant Price']);
}

function notProducts(file: string, missing: string[]): ShopifyRead {
  const reason = `not a Shopify products CSV: missing ${missing.join(', ')}`;
  return { kind: 'refused', file, row: 1, code: 'not-products-csv', reason };
}

function refusal(
  file: string,
  handle: string,
  fault: { row: number; code: string; reason: string; count?: number },
): ShopifyRead {
  return { kind: 'refused', file, ...(handle ? { handle: cutTo(handle, 80) } : {}), ...fault };
}
