import { cutTo } from '@/lib/core/fields';
import type { ProductInput } from '@/lib/catalog/schema';
import { sha256 } from '@/lib/core/ids';

import { cleanImportedHtml } from './imported-html';
import { htmlOfShop } from './shopify-html';
import type { ImportedProduct, ImportedVariant } from './shopify-shape';

const statuses = { active: 'ACTIVE', draft: 'DRAFT', archived: 'ARCHIVED' } as const;
const longest = 255;

/**
 * What the catalogue keeps of an exported product. The digest speaks for all that the export says, so that nothing is written twice; where
 * links lead here is no part of it, since that is nothing that changed there.
 */
export function toProductInput(product: ImportedProduct, shop?: string): ProductInput & { sourceDigest: string } {
  const input: ProductInput = {
    handle: product.handle,
    title: product.title,
    tagline: shorten(product.seoDescription ?? ''),
    html: cleanImportedHtml(product.bodyHtml),
    vendor: product.vendor ?? '',
    type: product.type ?? shorten(product.category ?? ''),
    tags: product.tags,
    // What a shop sells without showing it stays out of sight here, too.
    status: product.status === 'active' && !product.published ? 'DRAFT' : statuses[product.status],
    optionNames: product.options.map(({ name }) => name),
    metafields: metafieldsOf(product),
    source: 'shopify',
    variants: product.variants.map((variant) => toVariant(variant, product.currency)),
    images: imagesOf(product),
  };
  const sourceDigest = sha256(JSON.stringify(input));
  return { ...input, html: htmlOfShop(product.bodyHtml, shop), draftFirst: isBare(input), sourceDigest };
}

/** Whether a product would be on sale with no picture to show: staff look at it first. */
export function isBare({ status, images = [] }: Pick<ProductInput, 'status' | 'images'>): boolean {
  return status === 'ACTIVE' && images.length === 0;
}

function toVariant(
  { options, sku, barcode, priceMinor, compareAtMinor, grams }: ImportedVariant,
  currency: string,
): ProductInput['variants'][number] {
  const named = options.length > 0 ? { title: shorten(options.join(' / ')) } : { title: 'Standard', titleZh: '标准款' };
  return { ...named, options, sku, barcode, priceMinor, compareAtMinor, currency, grams: grams ?? 0 };
}

/** The product's pictures in their order, then those that only a variant shows; a picture names the first variant it shows. */
function imagesOf({ images, variants }: ImportedProduct): ProductInput['images'] {
  const shown = new Map(
    images.map(({ url, alt }) => [url, { remoteUrl: url, alt: cutTo(alt ?? '', 500), variant: null as number | null }]),
  );
  for (const [place, { imageUrl }] of variants.entries()) {
    if (!imageUrl) continue;
    const image = shown.get(imageUrl) ?? { remoteUrl: imageUrl, alt: '', variant: null };
    image.variant ??= place;
    shown.set(imageUrl, image);
  }
  return [...shown.values()];
}

function metafieldsOf({
  metafields,
  variants,
  category,
  seoTitle,
  seoDescription,
}: ImportedProduct): Record<string, string> {
  const own = {
    'shopify.category': category,
    'shopify.seo_title': seoTitle,
    'shopify.seo_description': seoDescription,
  };
  const ofVariants = variants.flatMap((variant) =>
    Object.entries(variant.metafields).map(([key, value]) => [[key, ...variant.options].join(' / '), value] as const),
  );
  const kept = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== null);
  return Object.fromEntries([...kept, ...Object.entries(metafields), ...ofVariants]);
}

function shorten(text: string): string {
  return text.length > longest
    ? `${[...text]
        .slice(0, longest / 2)
        .join('')
        .trimEnd()}…`
    : text;
}
