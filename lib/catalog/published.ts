/** What other domains may read of products along relations. */
import type { Prisma } from '@/lib/core/prisma-client/client';
import { holdsAt, notOver } from '@/lib/core/time';

/** A product's name in both languages, with the one that stands in its address. */
export const productName = { handle: true, title: true, titleZh: true } as const satisfies Prisma.ProductSelect;

/** The same with its id. */
export const productLink = { id: true, ...productName } as const satisfies Prisma.ProductSelect;

/** A product's name in both languages. */
export const productTitle = { title: true, titleZh: true } as const satisfies Prisma.ProductSelect;

/** The name that stands in a product's address. */
export const productHandle = { handle: true } as const satisfies Prisma.ProductSelect;

/** Products that everyone may know of. */
export const knownProduct = { status: { not: 'DRAFT' } } as const satisfies Prisma.ProductWhereInput;

/** What leads to a product, with what tells whether everyone may know of it. */
export const statusLink = { ...productLink, status: true } as const satisfies Prisma.ProductSelect;

/** Whether everyone may know of a product. */
export const isKnown = ({ status }: { status: string }): boolean => status !== 'DRAFT';

/** The first picture of a product or variant that can be shown. */
export const firstPicture = {
  where: { state: 'READY' },
  orderBy: { position: 'asc' },
  take: 1,
  select: { path: true, alt: true, altZh: true },
} as const satisfies Prisma.Product$imagesArgs;

/** A product's name with its first picture. */
export const picturedProduct = { ...productName, images: firstPicture } as const satisfies Prisma.ProductSelect;

/** What is sold of a product, by its name in both languages. */
export const variantTitle = { title: true, titleZh: true } as const satisfies Prisma.VariantSelect;

/** A variant's name with its id. */
export const variantChoice = { id: true, ...variantTitle } as const satisfies Prisma.VariantSelect;

/** The product that a variant is of. */
export const ofProduct = { productId: true } as const satisfies Prisma.VariantSelect;

/** What one piece of a variant weighs. */
export const variantWeight = { grams: true } as const satisfies Prisma.VariantSelect;

/** The currency in which a variant is sold. */
export const variantCurrency = { currency: true } as const satisfies Prisma.VariantSelect;

/** Variants in the order in which their product shows them. */
export const variantOrder = { position: 'asc' } as const satisfies Prisma.VariantOrderByWithRelationInput;

/** A variant's name with its first picture. */
export const picturedVariant = { ...variantTitle, images: firstPicture } as const satisfies Prisma.VariantSelect;

/** A product's name with its id and first picture. */
export const ownedProduct = { ...productLink, images: firstPicture } as const satisfies Prisma.ProductSelect;

/** What was sold, by the names of the variant and its product, with a picture of each. */
export const soldVariant = {
  ...picturedVariant,
  product: { select: picturedProduct },
} as const satisfies Prisma.VariantSelect;

/** What was sold, by the names of the variant and its product. */
export const namedVariant = {
  ...variantTitle,
  product: { select: productTitle },
} as const satisfies Prisma.VariantSelect;

/** The prices of a variant that hold at a moment, at most one in each currency. */
export const pricesAt = (now: Date) =>
  ({
    where: { from: { lte: now }, ...notOver(now) },
    select: { currency: true, amountMinor: true, compareAtMinor: true, taxIncluded: true },
  }) satisfies Prisma.Variant$pricesArgs;

const timedPrice = {
  ...{
    currency: true,
    amountMinor: true,
    compareAtMinor: true,
    taxIncluded: true,
    reason: true,
    from: true,
    until: true,
  },
} as const satisfies Prisma.PriceSelect;

/** The prices of a variant that hold at a moment or will, for `regularlyPriced`. */
export const pricesAhead = (now: Date) =>
  ({
    where: notOver(now),
    orderBy: { from: 'asc' },
    take: 500,
    select: timedPrice,
  }) satisfies Prisma.Variant$pricesArgs;

/** The prices that a variant had, has and will have, the last that begins first; for `heldAt` and `priceStory`. */
export const pricesEver = {
  orderBy: { from: 'desc' },
  take: 100,
  select: timedPrice,
} as const satisfies Prisma.Variant$pricesArgs;

/** Of prices in their phases those that held at a moment. */
export function heldAt<P extends { from: Date; until: Date | null }>(prices: P[], at: Date): P[] {
  return prices.filter((price) => holdsAt(price, at));
}

/** What who changes a product's prices and who announces a drop of it take turns by. */
export const pricesOf = (productId: string): string => `catalog:prices:${productId}`;

export type Priced = {
  currency: string;
  prices: { currency: string; amountMinor: number; compareAtMinor: number | null; taxIncluded: boolean | null }[];
};

/** A variant with what it costs in the currency in which it is listed, of the prices that were read with it. */
export function priced<V extends Priced>({ prices, ...variant }: V) {
  const price = prices.find(({ currency }) => currency === variant.currency);
  // The first price of a variant holds from the beginning, and a later one takes its place without a gap.
  if (!price) throw new Error('A variant has no price in its own currency');
  const { amountMinor: priceMinor, compareAtMinor, taxIncluded } = price;
  return { ...variant, priceMinor, compareAtMinor, taxIncluded };
}

/** A variant by the names that people are told, with whether it is sold still. */
export const toldVariant = {
  ...variantTitle,
  retiredAt: true,
  product: { select: { ...productTitle, ...productHandle, status: true } },
} as const satisfies Prisma.VariantSelect;

/** A variant as it is offered at a moment: its place, its name and its prices, for `priced`. */
export const pricedVariant = (now: Date) =>
  ({
    id: true,
    position: true,
    ...variantTitle,
    currency: true,
    grams: true,
    prices: pricesAt(now),
  }) satisfies Prisma.VariantSelect;

/** A product as it is presented where it is sold: its words and its pictures. */
export const presentedProduct = {
  ...productLink,
  tagline: true,
  taglineZh: true,
  images: {
    where: { state: 'READY' },
    orderBy: { position: 'asc' },
    take: 12,
    select: { path: true, alt: true, altZh: true, variantId: true },
  },
} as const satisfies Prisma.ProductSelect;

/** A variant as it is bought at a moment, with its product; its prices are for `priced`. */
export const boughtVariant = (now: Date) =>
  ({
    id: true,
    ...variantTitle,
    options: true,
    sku: true,
    currency: true,
    prices: pricesAt(now),
    grams: true,
    images: firstPicture,
    product: { select: ownedProduct },
  }) satisfies Prisma.VariantSelect;

/** A variant by its names and SKU, with the name of its product. */
export const codedName = { sku: true, ...namedVariant } as const satisfies Prisma.VariantSelect;

/** What a scanner reads of a variant, with its names and its product. */
export const scannedVariant = { ...codedName, barcode: true, productId: true } as const satisfies Prisma.VariantSelect;

/** The same, with its product’s id and whether it is retired. */
export const standingVariant = {
  ...codedName,
  id: true,
  productId: true,
  retiredAt: true,
} as const satisfies Prisma.VariantSelect;

/** What was sold, by the codes that other programs know it by. */
export const codedVariant = { sku: true, product: { select: productHandle } } as const satisfies Prisma.VariantSelect;

/** A variant in a cart: what it costs now and what it cost at any moment since, for `priced` and `pricedThen`, and whether it is still sold. */
export const cartedVariant = (now: Date, since: Date) =>
  ({
    ...boughtVariant(now),
    retiredAt: true,
    product: { select: { ...ownedProduct, status: true } },
    prices: {
      where: { from: { lte: now }, ...notOver(since) },
      orderBy: { from: 'desc' },
      take: 100,
      select: timedPrice,
    },
  }) satisfies Prisma.VariantSelect;
