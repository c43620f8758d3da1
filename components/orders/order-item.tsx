import { Package } from 'lucide-react';

import { Link } from '@/components/ui/link';
import { Money } from '@/components/ui/money';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Picture = { path: string | null; alt: string; altZh: string };
type Titled = { title: string; titleZh: string };

export type Item = Titled & {
  handle: string;
  variant: Titled;
  picture?: Picture;
  /** Of one piece. */
  priceMinor?: number;
  currency?: string;
  quantity?: number;
};

/** A product in a small row: its picture, its name and variant, its price. */
export function OrderItem({
  item,
  locale,
  home = '',
  level: Heading = 'p',
}: {
  item: Item;
  locale: Locale;
  /** The brand's own currency, where a price is shown. */
  home?: string;
  level?: 'p' | 'h2' | 'h3';
}) {
  const variant = localText(locale, item.variant.title, item.variant.titleZh);
  const { quantity = 1 } = item;
  return (
    <div className="flex items-center gap-4">
      <Thumb picture={item.picture} />
      <div className="min-w-0 flex-1">
        <Heading className="font-semibold">
          <Link href={inLocale(locale, paths.product(item.handle))} className="hover:underline">
            {localText(locale, item.title, item.titleZh)}
          </Link>
        </Heading>
        {variant && variant !== 'Default Title' && <p className="text-sm text-muted">{variant}</p>}
        {quantity > 1 && item.priceMinor !== undefined && item.currency && (
          <p className="text-sm text-muted">
            {quantity} × <Money amount={item.priceMinor} currency={item.currency} locale={locale} home={home} />
          </p>
        )}
      </div>
      {item.priceMinor !== undefined && item.currency && (
        <Money
          amount={item.priceMinor * quantity}
          currency={item.currency}
          locale={locale}
          home={home}
          className="font-semibold"
        />
      )}
    </div>
  );
}

/** The name stands beside it, so the picture itself says nothing. */
export function Thumb({ picture, className = 'size-16 sm:size-20' }: { picture?: Picture; className?: string }) {
  const frame = `${className} shrink-0 overflow-hidden rounded-lg`;
  if (!picture?.path)
    return (
      <span aria-hidden className={`${frame} grid place-items-center bg-accent-soft text-accent-ink`}>
        <Package className="size-2/5" strokeWidth={1.5} />
      </span>
    );
  return (
    <img
      src={picture.path}
      alt=""
      width={80}
      height={80}
      loading="lazy"
      className={`${frame} bg-sunken object-contain`}
    />
  );
}

type Variant = Titled & { images: Picture[]; product: Titled & { handle: string; images: Picture[] } };

/** An order's line as a row, by today's names and pictures of its product. */
export function asItem(line: { priceMinor: number; quantity: number; variant: Variant }, currency: string): Item {
  const { images, product, ...variant } = line.variant;
  return {
    ...product,
    variant,
    picture: images[0] ?? product.images[0],
    ...{ priceMinor: line.priceMinor, quantity: line.quantity, currency },
  };
}
