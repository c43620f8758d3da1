import type { Brand } from '@/lib/core/brand';
import { env } from '@/lib/core/env';
import type { ShownProduct } from '@/lib/catalog/queries';
import { firstOf } from '@/lib/core/fields';
import { localText, type Locale } from '@/lib/core/locale';
import { plainAmount } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { textOf } from '@/lib/core/sanitize';
import type { ProductStage } from '@/lib/flows/catalog/get-product-stage';

type Stars = { mean: number | null; total: number };

/** A product as schema.org describes it: each variant an offer, in stock where the shop has it, else in limited supply while a drop of it runs. */
export function productJsonLd(
  { product, stage, reviews }: { product: ShownProduct; stage: ProductStage; reviews?: Stars },
  locale: Locale,
  { name }: Pick<Brand, 'name'>,
): Record<string, unknown> {
  const url = env.PUBLIC_URL + inLocale(locale, paths.product(product.handle));
  const inDrop = (id: string) => stage.drops.some(({ onSale }) => onSale[id] === 'now');
  const availability = (id: string) =>
    product.shop[id] ? 'InStock' : inDrop(id) ? 'LimitedAvailability' : 'OutOfStock';
  return {
    '@type': 'Product',
    name: localText(locale, product.title, product.titleZh),
    description: firstOf(textOf(localText(locale, product.html, product.htmlZh)), 500),
    brand: { '@type': 'Brand', name: product.vendor.trim() || name[locale] },
    url,
    image: product.images.flatMap(({ path }) => (path ? [new URL(path, env.PUBLIC_URL).href] : [])),
    // Of the reviews that are shown; a product without any says nothing.
    ...(reviews?.mean && {
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: Math.round(reviews.mean * 100) / 100,
        reviewCount: reviews.total,
        bestRating: 5,
        worstRating: 1,
      },
    }),
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      name: localText(locale, variant.title, variant.titleZh),
      sku: variant.sku ?? undefined,
      price: plainAmount(variant.priceMinor, variant.currency),
      priceCurrency: variant.currency,
      availability: `https://schema.org/${availability(variant.id)}`,
      // A day, as shoppers' programs read it: that of its end in UTC.
      ...(variant.phase?.until && { priceValidUntil: variant.phase.until.toISOString().slice(0, 10) }),
      url,
    })),
  };
}
