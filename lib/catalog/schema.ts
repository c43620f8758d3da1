import { z } from 'zod';

const text = (max: number) => z.string().trim().max(max);

export const variantInput = z.object({
  title: text(255).min(1),
  titleZh: text(255).default(''),
  /** Values in the order of the product's options; empty for a product without choices. */
  options: z.array(text(255)).max(3).default([]),
  sku: text(255).nullable().default(null),
  barcode: text(255).nullable().default(null),
  priceMinor: z.int().min(0),
  compareAtMinor: z.int().min(0).nullable().default(null),
  currency: z.string().length(3),
  grams: z.int().min(0).default(0),
});

export const imageInput = z.object({
  /** A picture of this site, or else a remote address to fetch. */
  path: text(500).nullable().default(null),
  remoteUrl: z.url({ protocol: /^https?$/ }).nullable().default(null),
  alt: text(500).default(''),
  altZh: text(500).default(''),
  /** The variant it shows, by its place in the list. */
  variant: z.int().min(0).nullable().default(null),
});

export const productInput = z.object({
  handle: text(255).min(1),
  title: text(255).min(1),
  titleZh: text(255).default(''),
  tagline: text(255).default(''),
  taglineZh: text(255).default(''),
  html: z.string().max(600_000).default(''),
  htmlZh: z.string().max(600_000).default(''),
  vendor: text(255).default(''),
  type: text(255).default(''),
  tags: z.array(text(255)).max(250).default([]),
  status: z.enum(['DRAFT', 'ACTIVE', 'ARCHIVED']).default('DRAFT'),
  optionNames: z.array(text(255)).max(3).default([]),
  metafields: z.record(z.string(), z.string()).default({}),
  source: z.string().nullable().default(null),
  sourceDigest: z.string().nullable().default(null),
  /** When it is made here, if not now: lists show the newest first. */
  createdAt: z.date().nullable().default(null),
  variants: z.array(variantInput).min(1).max(2_500),
  images: z.array(imageInput).max(2_500).default([]),
});

export const questionInput = z.object({
  productId: z.uuid(),
  text: text(500).min(1),
  textZh: text(500).default(''),
  afterDays: z.int().min(0).max(365).default(7),
});

export type ProductInput = z.input<typeof productInput>;
export type VariantInput = z.output<typeof variantInput>;
export type ImageInput = z.output<typeof imageInput>;
