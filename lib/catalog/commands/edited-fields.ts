import type { Prisma } from '@/lib/core/prisma-client/client';

/** What a product's form changes. */
export const editedFields = {
  id: true,
  version: true,
  title: true,
  titleZh: true,
  tagline: true,
  taglineZh: true,
  html: true,
  htmlZh: true,
  markdown: true,
  markdownZh: true,
  vendor: true,
  type: true,
  metafields: true,
  metafieldsZh: true,
  warnings: true,
  warningsZh: true,
  manufacturer: true,
  responsible: true,
  optionNames: true,
  status: true,
  publishAt: true,
} as const satisfies Prisma.ProductSelect;

export type Edited = Prisma.ProductGetPayload<{ select: typeof editedFields }>;
