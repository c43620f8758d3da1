import { env } from '@/lib/core/env';
import type { ShownProduct } from '@/lib/catalog/queries';
import { localText, type Locale } from '@/lib/core/locale';
import { plainAmount } from '@/lib/core/money';
import { inLocale, paths } from '@/lib/core/paths';
import { textOf } from '@/lib/core/sanitize';
import type { ProductStage } from '@/lib/flows/get-product-stage';

/** A product as schema.org describes it: each variant an offer, in stock while an announced drop has units left. */
export function productJsonLd({ product, stage }: { product: ShownProduct; stage: ProductStage }, locale: Locale): Record<string, unknown> {
  const url = env.PUBLIC_URL + inLocale(locale, paths.product(product.handle));
  const available = stage.drops.some(({ remaining }) => remaining > 0);
  return {
    '@type': 'Product',
    name: localText(locale, product.title, product.titleZh),
    description: textOf(localText(locale, product.html, product.htmlZh)).slice(0, 500),
    brand: { '@type': 'Brand', name: product.vendor },
    url,
    image: product.images.flatMap(({ path }) => (path ? [new URL(path, env.PUBLIC_URL).href] : [])),
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      name: localText(locale, variant.title, variant.titleZh),
      sku: variant.sku ?? undefined,
      price: plainAmount(variant.priceMinor, variant.currency),
      priceCurrency: variant.currency,
      availability: available ? 'https://schema.org/LimitedAvailability' : 'https://schema.org/OutOfStock',
      url,
    })),
  };
}
