import { z } from 'zod';

import { amountIn, fail, fault, flag, optional, readTags, text, type Fault } from './sheet-pieces';

/** A row of the sheet that is no heading. */
export type SheetRow = { row: number; cells: string[]; broken?: Fault };
/** `count` is 0 for what is left off a row that is kept. */
export type RowFault = Fault & { row: number; count?: number };

export type ImportedVariant = VariantFields & {
  row: number;
  /** Values in the order of the product's options. */
  options: string[];
  metafields: Record<string, string>;
};
export type ImportedImage = { row: number; url: string; alt: string | null; position: number | null };
export type ImportedProduct = ProductFields & {
  handle: string;
  currency: string;
  /** Empty when the product has one variant without choices. */
  options: { name: string; linkedTo: string | null }[];
  variants: ImportedVariant[];
  images: ImportedImage[];
  metafields: Record<string, string>;
};
export type ProductFields = z.output<typeof productShape>;
export type VariantFields = z.output<VariantShape>;
export type VariantShape = ReturnType<typeof variantShape>;

const LONGEST = 255;
const LONGEST_HTML = 524_288;
const LARGEST_INTEGER = 2_147_483_647;

export const productShape = z
  .object({
    title: text('title', LONGEST).refine(
      (value) => value !== '',
      fault('title-missing', 'the first row of the product has no title'),
    ),
    body: text('description', LONGEST_HTML),
    vendor: optional('vendor'),
    type: optional('type'),
    category: optional('product category'),
    tags: z.string().transform(readTags),
    published: flag('published', true),
    status: z.string().transform(readStatus),
    giftCard: flag('gift card', false).refine(
      (value) => !value,
      fault('gift-card', 'gift cards are not products in Millet'),
    ),
    collection: optional('collection'),
    seoTitle: optional('SEO title'),
    seoDescription: optional('SEO description', 1_000),
  })
  .transform(({ title, body, vendor, type, category, tags, published, status, collection, ...seo }) => ({
    title,
    bodyHtml: body,
    vendor,
    type,
    category,
    tags,
    collection,
    seoTitle: seo.seoTitle,
    seoDescription: seo.seoDescription,
    // An unlisted product is for sale but not shown, which is Millet's "active, not published".
    status: status === 'unlisted' ? ('active' as const) : status,
    published: published && status !== 'unlisted',
  }));

/** Quantities stay as exported: negative where the shop had oversold. */
export function variantShape(currency: string, delimiter = ',') {
  const amount = amountIn(currency, delimiter);
  return z
    .object({
      sku: optional('SKU'),
      barcode: optional('barcode'),
      price: z
        .string()
        .refine((value) => value !== '', fault('price-missing', 'the row has no price'))
        .transform((value, ctx) => (value === '' ? 0 : amount(value, ctx))),
      compareAt: z.string().transform((value, ctx) => (value === '' ? 0 : amount(value, ctx)) || null),
      cost: z.string().transform((value, ctx) => (value === '' ? null : amount(value, ctx))),
      grams: z.string().transform(readGrams),
      weightUnit: z.string().transform((value) => value.toLowerCase() || null),
      tracker: z.string(),
      quantity: z.string().transform(readQuantity),
      oversell: z.string().transform(readOversell),
      shipping: flag('requires shipping', true),
      taxable: flag('taxable', true),
      taxCode: optional('tax code'),
    })
    .transform(({ price, compareAt, cost, tracker, shipping, ...rest }) => ({
      ...rest,
      priceMinor: price,
      compareAtMinor: compareAt,
      costMinor: cost,
      tracked: tracker !== '',
      requiresShipping: shipping,
      imageUrl: null as string | null,
    }));
}

/** An absolute http(s) address without credentials, or null. */
export function imageAddress(value: string): string | null {
  if (value === '' || value.length > 2_048) return null;
  try {
    const url = new URL(value.startsWith('//') ? `https:${value}` : value);
    const plain = !url.username && !url.password && /^https?:$/.test(url.protocol);
    return plain ? url.href : null;
  } catch {
    return null;
  }
}

function readStatus(value: string, ctx: z.core.$RefinementCtx): 'active' | 'draft' | 'archived' | 'unlisted' {
  const status = value.toLowerCase() || 'active';
  if (status === 'active' || status === 'draft' || status === 'archived' || status === 'unlisted') return status;
  return fail(ctx, 'status', `"${value}" is not a status`);
}

function readGrams(value: string, ctx: z.core.$RefinementCtx): number | null {
  if (value === '') return null;
  const grams = /^\d{1,10}(\.\d+)?$/.test(value) ? Math.round(Number(value)) : NaN;
  return grams <= LARGEST_INTEGER ? grams : fail(ctx, 'weight', `"${value}" is not a weight in grams`);
}

function readQuantity(value: string, ctx: z.core.$RefinementCtx): number | null {
  if (value === '') return null;
  const quantity = /^-?\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (Math.abs(quantity) <= LARGEST_INTEGER) return quantity;
  return fail(ctx, 'quantity', `"${value}" is not a whole number of units`);
}

function readOversell(value: string, ctx: z.core.$RefinementCtx): boolean {
  if (/^(continue|true|yes|1)$/i.test(value)) return true;
  if (/^(|deny|false|no|0)$/i.test(value)) return false;
  return fail(ctx, 'flag', `"${value}" is not an inventory policy`);
}
