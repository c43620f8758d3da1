import { plainAmount } from '@/lib/core/money';
import type { ProductToEdit } from '@/lib/catalog/queries/staff-products';

/** One variant as its row of the form has it: what is typed, as text. */
export type GridRow = {
  id: string | null;
  options: string[];
  titleZh: string;
  sku: string;
  barcode: string;
  price: string;
  grams: string;
  hsCode: string;
  origin: string;
  battery: string;
  removed?: boolean;
};

/** A product's variants as rows: those in the shop, and those that were retired. */
export function rowsOf(variants: ProductToEdit['variants']): { rows: GridRow[]; retired: string[] } {
  const shown = variants.filter(({ retiredAt }) => retiredAt === null);
  return {
    rows: shown.map(({ id, options, titleZh, sku, barcode, priceMinor, currency, grams, hsCode, origin, battery }) => ({
      ...{ id, options, titleZh, hsCode, origin, battery },
      sku: sku ?? '',
      barcode: barcode ?? '',
      price: plainAmount(priceMinor, currency),
      grams: String(grams),
    })),
    retired: variants.filter(({ retiredAt }) => retiredAt !== null).map(({ title }) => title),
  };
}

/** A row for another combination: priced and weighed like the nearest one, with codes of its own to come. */
export function rowLike(options: string[], like?: GridRow): GridRow {
  return {
    id: null,
    options,
    titleZh: '',
    sku: '',
    barcode: '',
    price: like?.price ?? '',
    grams: like?.grams ?? '',
    hsCode: like?.hsCode ?? '',
    origin: like?.origin ?? '',
    battery: like?.battery ?? 'NONE',
  };
}

/** The values of an option as they are typed, between commas or line breaks. */
export const valuesIn = (text: string): string[] =>
  text
    .split(/[,，、\n]/)
    .map((value) => value.trim())
    .filter(Boolean);

/** The options of saved rows, each value once, in the order of the rows. */
export const optionsOf = (names: readonly string[], rows: readonly GridRow[]) =>
  names.map((name, at) => ({ name, text: [...new Set(rows.map(({ options }) => options[at] ?? ''))].join(', ') }));
