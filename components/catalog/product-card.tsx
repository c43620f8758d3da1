import { Link } from '@/components/ui/link';
import type { ListedProduct } from '@/lib/catalog/queries';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { translator } from '@/lib/core/i18n';
import { homeCurrency } from '@/lib/web/brand';

import { ProductPicture } from './product-picture';

/** One product on the shelf: picture, name, what it is, and from what price. */
export async function ProductCard({
  product,
  locale,
  eager,
  level = 2,
}: {
  product: ListedProduct;
  locale: Locale;
  eager?: boolean;
  level?: 2 | 3;
}) {
  const Heading = `h${level}` as const;
  const t = translator(locale, 'catalog');
  const title = localText(locale, product.title, product.titleZh);
  return (
    <article className="group relative flex h-full flex-col overflow-hidden rounded-2xl border border-line bg-surface transition-shadow hover:shadow-raised">
      <ProductPicture
        picture={product.images[0]}
        title={title}
        locale={locale}
        pending={t('pending')}
        eager={eager}
        className="[&_img]:transition-transform [&_img]:duration-500 group-hover:[&_img]:scale-[1.03]"
      />
      <div className="flex flex-1 flex-col p-4 sm:p-5">
        <Heading className="text-subheading">
          <Link href={inLocale(locale, paths.product(product.handle))} className="after:absolute after:inset-0">
            {title}
          </Link>
        </Heading>
        <p className="mt-1 line-clamp-2 text-muted">{localText(locale, product.tagline, product.taglineZh)}</p>
        <p className="mt-auto pt-4 font-semibold numerals">{priceWords(product, locale, await homeCurrency())}</p>
      </div>
    </article>
  );
}

function priceWords({ variants }: ListedProduct, locale: Locale, home: string): string {
  const cheapest = variants.toSorted((a, b) => a.priceMinor - b.priceMinor)[0];
  if (!cheapest) return '';
  const price = formatMoney(cheapest.priceMinor, cheapest.currency, locale, home);
  const same = variants.every(({ priceMinor }) => priceMinor === cheapest.priceMinor);
  return same ? price : translator(locale, 'catalog')('from', { price });
}
