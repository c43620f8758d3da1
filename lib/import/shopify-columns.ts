import { plainCell } from './plain-cell';

const ALIASES = {
  handle: ['handle', 'urlhandle'],
  title: ['title'],
  body: ['body(html)', 'bodyhtml', 'body', 'description'],
  vendor: ['vendor'],
  category: ['productcategory', 'standardizedproducttype', 'standardproducttype'],
  type: ['type', 'customproducttype'],
  tags: ['tags'],
  published: ['published', 'publishedononlinestore'],
  status: ['status'],
  collection: ['collection'],
  option1Name: ['option1name'],
  option1Value: ['option1value'],
  option1Linked: ['option1linkedto'],
  option2Name: ['option2name'],
  option2Value: ['option2value'],
  option2Linked: ['option2linkedto'],
  option3Name: ['option3name'],
  option3Value: ['option3value'],
  option3Linked: ['option3linkedto'],
  sku: ['variantsku', 'sku'],
  barcode: ['variantbarcode', 'barcode'],
  grams: ['variantgrams', 'weightvalue(grams)'],
  weightUnit: ['variantweightunit', 'weightunitfordisplay'],
  tracker: ['variantinventorytracker', 'inventorytracker'],
  quantity: ['variantinventoryqty', 'variantinventoryquantity', 'inventoryquantity'],
  oversell: ['variantinventorypolicy', 'continuesellingwhenoutofstock'],
  price: ['variantprice', 'price'],
  compareAt: ['variantcompareatprice', 'compare-atprice', 'compareatprice'],
  cost: ['costperitem'],
  shipping: ['variantrequiresshipping', 'requiresshipping'],
  taxable: ['varianttaxable', 'chargetax'],
  taxCode: ['varianttaxcode', 'taxcode'],
  image: ['imagesrc', 'productimageurl'],
  imagePosition: ['imageposition'],
  imageAlt: ['imagealttext'],
  variantImage: ['variantimage', 'variantimageurl'],
  giftCard: ['giftcard'],
  seoTitle: ['seotitle'],
  seoDescription: ['seodescription'],
} as const;

export type Column = keyof typeof ALIASES;
export type Cells = Record<Column, string>;
export type Columns = {
  width: number;
  /** The header as it is written. */
  header: string[];
  at: Map<Column, number>;
  productMetafields: [key: string, at: number][];
  variantMetafields: [key: string, at: number][];
};

const EMPTY = Object.fromEntries(Object.keys(ALIASES).map((column) => [column, ''])) as Cells;
const REQUIRED: [Column, string][] = [
  ['handle', 'Handle'],
  ['title', 'Title'],
  ['price', 'Variant Price'],
];
const METAFIELD = /\((product|variant)\.metafields\.([^()]+)\)\s*$/i;

/** Finds Millet's columns in a header of any age and order; `missing` names what a products CSV must have. */
export function readHeader(header: string[]): { columns: Columns; missing: string[] } {
  const names = header.map((name) => name.toLowerCase().replace(/[\s_\uFEFF]+/g, ''));
  const at = new Map<Column, number>();
  for (const column of Object.keys(ALIASES) as Column[]) {
    const alias = ALIASES[column].find((name) => names.includes(name));
    if (alias) at.set(column, names.indexOf(alias));
  }
  const columns = { width: header.length, header, at, ...metafieldColumns(header) };
  return { columns, missing: REQUIRED.filter(([column]) => !at.has(column)).map(([, label]) => label) };
}

/** A row's known cells, trimmed; a column that the file lacks reads as empty. */
export function pickCells(columns: Columns, cells: string[]): Cells {
  const picked = { ...EMPTY };
  for (const [column, at] of columns.at)
    picked[column] = column === 'body' ? clean(cells[at] ?? '') : plainCell(clean(cells[at] ?? ''));
  return picked;
}

export function pickMetafields(pairs: [string, number][], cells: string[]): Record<string, string> {
  return Object.fromEntries(pairs.map(([key, at]) => [key, clean(cells[at] ?? '')]).filter(([, value]) => value));
}

/** The name of the first column that is read here and whose cell lost characters to a wrong encoding; null when none did. */
export function damagedColumn(
  { header, at, productMetafields, variantMetafields }: Columns,
  cells: string[],
): string | null {
  if (!cells.some((cell) => cell.includes('\uFFFD'))) return null;
  const read = [
    ...at.values(),
    ...productMetafields.map(([, place]) => place),
    ...variantMetafields.map(([, place]) => place),
  ];
  const damaged = read.filter((place) => cells[place]?.includes('\uFFFD')).toSorted((a, b) => a - b)[0];
  return damaged === undefined ? null : (header[damaged] ?? '').trim();
}

// PostgreSQL's text cannot hold NUL.
function clean(cell: string): string {
  return cell.replaceAll('\u0000', '').trim();
}

function metafieldColumns(header: string[]): Pick<Columns, 'productMetafields' | 'variantMetafields'> {
  const found = { productMetafields: [] as [string, number][], variantMetafields: [] as [string, number][] };
  header.forEach((name, at) => {
    const match = METAFIELD.exec(name);
    if (!match?.[2]) return;
    found[match[1]?.toLowerCase() === 'variant' ? 'variantMetafields' : 'productMetafields'].push([match[2], at]);
  });
  return found;
}
