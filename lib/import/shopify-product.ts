import { isRounded } from './plain-cell';
import { partRows } from './shopify-blocks';
import { damagedColumn, pickCells, pickMetafields, type Cells, type Columns } from './shopify-columns';
import { readOptionNames, readOptionValues } from './shopify-options';
import { faultOf, short, type Fault } from './sheet-pieces';
import {
  imageAddress,
  productShape,
  type ImportedImage,
  type ImportedProduct,
  type RowFault,
  type SheetRow,
  type VariantShape,
} from './shopify-shape';

export type BuiltProduct = { product?: ImportedProduct; faults: RowFault[] };

export type Sheet = { columns: Columns; currency: string; variantShape: VariantShape };
type Draft = { product: ImportedProduct; sheet: Sheet; combinations: Set<string> };

const MOST_IMAGES = 250;

/**
 * Builds one product from its rows. The first row carries the product, so a fault in it refuses the product
 * whole, every row counted; a fault in a later row refuses that row alone; a bad image never costs its row's
 * product or variant.
 */
export function buildProduct(handle: string, rows: SheetRow[], sheet: Sheet): BuiltProduct {
  const { own, others } = partRows(
    rows.map((row) => markDamaged(row, sheet.columns)),
    sheet.columns,
  );
  const [lead, ...rest] = own;
  if (!lead) return { faults: [] };
  const cells = pickCells(sheet.columns, lead.cells);
  const draft = startProduct(handle, lead, cells, sheet);
  if ('code' in draft) return { faults: [...refuseWhole(own, draft), ...others] };
  const first = addVariant(draft, lead, cells);
  if (first) return { faults: [...refuseWhole(own, first), ...others] };
  const faults = [
    ...leftOff(lead.row, cells),
    ...addImages(draft, lead.row, cells),
    ...rest.flatMap((row) => addRow(draft, row)),
    ...others,
  ];
  draft.product.images.sort((a, b) => (a.position ?? Infinity) - (b.position ?? Infinity) || a.row - b.row);
  return { product: draft.product, faults };
}

export function refuseWhole(rows: SheetRow[], cause: Fault): RowFault[] {
  const first = rows[0]?.row;
  return rows.map(({ row }) =>
    row === first
      ? { row, ...cause }
      : { row, code: 'product-refused', reason: `its product was refused in row ${first}: ${cause.reason}` },
  );
}

function startProduct(handle: string, lead: SheetRow, cells: Cells, sheet: Sheet): Draft | Fault {
  if (lead.broken) return lead.broken;
  const fields = productShape.safeParse(cells);
  if (!fields.success) return faultOf(fields.error);
  const options = readOptionNames(cells);
  if ('code' in options) return options;
  const metafields = pickMetafields(sheet.columns.productMetafields, lead.cells);
  const product = { handle, currency: sheet.currency, ...fields.data, options, variants: [], images: [], metafields };
  return { product, sheet, combinations: new Set() };
}

function addRow(draft: Draft, row: SheetRow): RowFault[] {
  if (row.broken) return [{ row: row.row, ...row.broken }];
  const cells = pickCells(draft.sheet.columns, row.cells);
  if (!hasVariant(cells)) {
    if (cells.image) return addImages(draft, row.row, cells);
    return [{ row: row.row, code: 'row-empty', reason: 'the row holds neither a variant nor an image' }];
  }
  const fault = addVariant(draft, row, cells);
  return fault ? [{ row: row.row, ...fault }] : [...leftOff(row.row, cells), ...addImages(draft, row.row, cells)];
}

function hasVariant(cells: Cells): boolean {
  return [cells.option1Value, cells.option2Value, cells.option3Value, cells.sku, cells.barcode, cells.price].some(
    Boolean,
  );
}

function addVariant(draft: Draft, row: SheetRow, cells: Cells): Fault | undefined {
  const { product, sheet, combinations } = draft;
  const fields = sheet.variantShape.safeParse(cells);
  if (!fields.success) return faultOf(fields.error);
  const options = readOptionValues(product.options, cells);
  if ('code' in options) return options;
  const combination = JSON.stringify(options.map((value) => value.toLowerCase()));
  if (combinations.has(combination)) {
    return {
      code: 'variant-duplicate',
      reason: `the product already has ${options.join(' / ') || 'its only variant'}`,
    };
  }
  combinations.add(combination);
  const metafields = pickMetafields(sheet.columns.variantMetafields, row.cells);
  const { sku, barcode, ...rest } = fields.data;
  product.variants.push({
    ...rest,
    sku: whole(sku),
    barcode: whole(barcode),
    row: row.row,
    options,
    metafields,
    imageUrl: imageAddress(cells.variantImage),
  });
  return undefined;
}

/** A number that a spreadsheet has rounded is another number: better none than a wrong one. */
function whole(value: string | null): string | null {
  return value && isRounded(value) ? null : value;
}

function leftOff(row: number, cells: Cells): RowFault[] {
  const rounded = [
    ['SKU', cells.sku],
    ['barcode', cells.barcode],
  ].filter(([, value]) => isRounded(value ?? ''));
  return rounded.map(([label, value]) => ({
    row,
    code: 'number-rounded',
    reason: `a spreadsheet has rounded the ${label} to ${value}; kept without it`,
    count: 0,
  }));
}

function markDamaged(row: SheetRow, columns: Columns): SheetRow {
  const label = row.broken ? null : damagedColumn(columns, row.cells);
  return label
    ? { ...row, broken: { code: 'encoding', reason: `"${label}" has damaged characters: save the file as UTF-8` } }
    : row;
}

/** The row's product image and variant image; the second was already kept out of the variant when invalid. */
function addImages(draft: Draft, row: number, cells: Cells): RowFault[] {
  const faults: RowFault[] = [];
  const fault = cells.image ? addImage(draft.product, row, cells) : undefined;
  if (fault) faults.push({ row, ...fault });
  if (cells.variantImage && !imageAddress(cells.variantImage)) {
    faults.push({
      row,
      code: 'image-address',
      reason: `the variant image "${short(cells.variantImage)}" is not a web address`,
    });
  }
  return faults;
}

function addImage(product: ImportedProduct, row: number, cells: Cells): Fault | undefined {
  const url = imageAddress(cells.image);
  if (!url) return { code: 'image-address', reason: `the image "${short(cells.image)}" is not a web address` };
  if (cells.imageAlt.length > 512) return { code: 'too-long', reason: 'the image text is longer than 512 characters' };
  if (product.images.some((image) => image.url === url)) return undefined;
  if (product.images.length >= MOST_IMAGES)
    return { code: 'images-too-many', reason: `the product has more than ${MOST_IMAGES} images` };
  const position = /^[1-9]\d{0,5}$/.test(cells.imagePosition) ? Number(cells.imagePosition) : null;
  const image: ImportedImage = { row, url, alt: cells.imageAlt || null, position };
  product.images.push(image);
  return undefined;
}
