import { localText, type Locale } from '@/lib/core/locale';
import { titleOf } from '@/lib/orders/schema';

type Titled = { title: string; titleZh: string };

/** What is repaired, by the names of its product and variant. */
export const deviceTitle = (
  { variant: { product, ...variant } }: { variant: Titled & { product: Titled } },
  locale: Locale,
): string =>
  titleOf(localText(locale, product.title, product.titleZh), localText(locale, variant.title, variant.titleZh));
