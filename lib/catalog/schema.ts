import { z } from 'zod';

import { currencyCode } from '@/lib/core/brand';
import { chosenRows } from '@/lib/core/bulk';
import { maybeLine, nameLine, oneLine } from '@/lib/core/fields';
import { mostMinor } from '@/lib/core/money';
import { rowNumber } from '@/lib/core/pieces';
import { cleanText } from '@/lib/core/sanitize/clean-text';
import { asTyped, typed } from '@/lib/core/typed';

import { priceReasons } from './choices/price-story';

const html = z.string().max(600_000).transform(cleanText).default('');
const tags = z.array(maybeLine(255)).max(250).default([]);
const metafields = z.record(z.string().transform(cleanText), z.string().transform(cleanText)).default({});
const mark = z.string().max(500).transform(asTyped).nullable().default(null);

const amountMinor = z.int().min(0).max(mostMinor);

/** What variants of one product cost in a currency, in minor units or in percent below the regular price; regular, now and until further notice unless it says otherwise. */
export const pricesInput = z
  .object({
    variantIds: z.array(z.uuid()).min(1).max(250),
    currency: currencyCode,
    amountMinor: amountMinor.nullable().default(null),
    percentOff: z.int().min(1).max(99).nullable().default(null),
    compareAtMinor: amountMinor.nullable().default(null),
    from: z.date().nullable().default(null),
    until: z.date().nullable().default(null),
    taxIncluded: z.boolean().nullable().default(null),
    reason: z.enum(priceReasons).default('REGULAR'),
  })
  .refine(({ amountMinor: one, percentOff: other }) => (one === null) !== (other === null));
export type PricesInput = z.input<typeof pricesInput>;

export const variantInput = z.object({
  title: oneLine(255),
  titleZh: maybeLine(255),
  /** Values in the order of the product's options; empty for a product without choices. */
  options: z.array(maybeLine(255)).max(3).default([]),
  sku: typed(255).nullable().default(null),
  barcode: typed(255).nullable().default(null),
  priceMinor: amountMinor,
  compareAtMinor: amountMinor.nullable().default(null),
  currency: z.string().regex(/^[A-Za-z]{3}$/),
  grams: z.int().min(0).default(0),
});

export const imageInput = z.object({
  /** A picture of this site, or else a remote address to fetch. */
  path: maybeLine(500).nullable().default(null),
  remoteUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null),
  alt: maybeLine(500),
  altZh: maybeLine(500),
  /** The variant it shows, by its place in the list. */
  variant: z.int().min(0).nullable().default(null),
});

export const productInput = z.object({
  handle: oneLine(255),
  title: nameLine(255),
  titleZh: maybeLine(255),
  tagline: maybeLine(255),
  taglineZh: maybeLine(255),
  html,
  htmlZh: html,
  vendor: maybeLine(255),
  type: maybeLine(255),
  tags,
  tagsZh: tags,
  status: z.enum(['DRAFT', 'ACTIVE', 'ARCHIVED']).default('DRAFT'),
  /** Made as a draft, whatever its status; one that is there keeps the status that it has. */
  draftFirst: z.boolean().default(false),
  optionNames: z.array(maybeLine(255)).max(3).default([]),
  metafields,
  metafieldsZh: metafields,
  source: mark,
  sourceDigest: mark,
  /** When it is made here, if not now: lists show the newest first. */
  createdAt: z.date().nullable().default(null),
  variants: z.array(variantInput).min(1).max(2_500),
  images: z.array(imageInput).max(2_500).default([]),
});

export type ProductInput = z.input<typeof productInput>;
export type VariantInput = z.output<typeof variantInput>;
export type ImageInput = z.output<typeof imageInput>;

/** What is done to many products at once, and the status that it gives each. */
export const productActs = { 'products.publish': 'ACTIVE', 'products.archive': 'ARCHIVED' } as const;
export type ProductAct = keyof typeof productActs;
export const productActNames = Object.keys(productActs) as ProductAct[];

/** Products that are ticked on a page of the list, or all that its address names. */
export const chooseProductsInput = chosenRows.extend({ act: z.enum(productActNames) });
export type ChooseProducts = z.output<typeof chooseProductsInput>;

/** A product's status alone; `shown` is the version that was seen. */
export const moveProductInput = z.object({
  productId: z.uuid(),
  shown: rowNumber,
  status: z.enum(['ACTIVE', 'ARCHIVED']),
});
export type MoveProduct = z.output<typeof moveProductInput>;
