import { ProductPicture } from '@/components/catalog/product-picture';
import { Badge } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { FoundProduct, Selling } from '@/lib/catalog/queries/shelf-of';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { formatMoney } from '@/lib/core/money';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { homeCurrency } from '@/lib/web/brand';

const tones = { open: 'positive', 'sold-out': 'neutral', drops: 'accent' } as const satisfies Record<Selling, string>;

/** A product that was found: its picture, its name, what it costs and whether the shop sells it now. */
export async function FoundProductRow({
  product,
  locale,
  eager,
}: {
  product: FoundProduct;
  locale: Locale;
  eager?: boolean;
}) {
  const t = translator(locale, 'search');
  const title = localText(locale, product.title, product.titleZh);
  const tagline = localText(locale, product.tagline, product.taglineZh);
  return (
    <article className="relative flex items-center gap-4 p-3 transition-colors hover:bg-hover sm:gap-5 sm:p-4">
      <ProductPicture
        picture={product.images[0]}
        title={title}
        locale={locale}
        pending=""
        eager={eager}
        className="w-20! shrink-0 rounded-lg sm:w-24!"
      />
      <div className="min-w-0 flex-1">
        <h3 className="text-subheading">
          <Link
            href={inLocale(locale, paths.product(product.handle))}
            className="wrap-anywhere after:absolute after:inset-0"
          >
            {title}
          </Link>
        </h3>
        {tagline && <p className="mt-0.5 line-clamp-2 text-[0.9375rem] text-muted">{tagline}</p>}
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold numerals">{priceOf(product, locale, await homeCurrency())}</span>
          <Badge tone={tones[product.selling]}>{t(`selling.${product.selling}`)}</Badge>
        </p>
      </div>
    </article>
  );
}

function priceOf({ variants }: FoundProduct, locale: Locale, home: string): string {
  const [cheapest] = variants.toSorted((a, b) => a.priceMinor - b.priceMinor);
  if (!cheapest) return '';
  const price = formatMoney(cheapest.priceMinor, cheapest.currency, locale, home);
  const same = variants.every(({ priceMinor }) => priceMinor === cheapest.priceMinor);
  return same ? price : translator(locale, 'catalog')('from', { price });
}
