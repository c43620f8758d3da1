import { localText, type Locale } from '@/lib/core/locale';
import { namedVariant } from '@/lib/catalog/published';

type Titled = { title: string; titleZh: string };
export type TitledLine = { title: string; variant: Titled & { product: Titled } };

/** For queries: what `lineTitle` reads of a line. */
export const titledLine = { title: true, variant: { select: namedVariant } } as const;

/** What was bought: the name it was sold under, or in Chinese the names that its product bears there, if any. */
export function lineTitle(locale: Locale, { title, variant }: TitledLine): string {
  const { product } = variant;
  if (locale !== 'zh' || !product.titleZh) return title;
  const which = localText(locale, variant.title, variant.titleZh);
  return titleOf(product.titleZh, which);
}

/** A product and its variant in one name; the only variant of a product has none of its own. */
export function titleOf(product: string, variant: string): string {
  return variant && variant !== 'Default Title' ? `${product} · ${variant}` : product;
}
