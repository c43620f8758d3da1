import type { ListedProduct } from '@/lib/catalog/queries';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/core/i18n';
import { homeCurrency } from '@/lib/web/brand';

import { PictureCard } from './picture-card';

/** One product on the shelf: picture, name, what it is, and from what price. */
export async function ProductCard({
  product,
  locale,
  eager,
  level,
}: {
  product: ListedProduct;
  locale: Locale;
  eager?: boolean;
  level?: 2 | 3;
}) {
  const title = localText(locale, product.title, product.titleZh);
  const href = inLocale(locale, paths.product(product.handle));
  return (
    <PictureCard picture={product.images[0]} {...{ title, href, level, eager, locale }}>
      <p className="mt-1 line-clamp-2 text-muted">{localText(locale, product.tagline, product.taglineZh)}</p>
      <p className="mt-auto pt-4 font-semibold numerals">{priceWords(product, locale, await homeCurrency())}</p>
    </PictureCard>
  );
}

function priceWords({ variants }: ListedProduct, locale: Locale, home: string): string {
  const cheapest = variants.toSorted((a, b) => a.priceMinor - b.priceMinor)[0];
  if (!cheapest) return '';
  const price = formatMoney(cheapest.priceMinor, cheapest.currency, locale, home);
  const same = variants.every(({ priceMinor }) => priceMinor === cheapest.priceMinor);
  return same ? price : translator(locale, 'catalog')('from', { price });
}
